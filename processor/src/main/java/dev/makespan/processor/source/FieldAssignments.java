package dev.makespan.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/**
 * Finds the fields that the attributed body of a task assigns: static ones, and those of its own
 * instance. What it assigns in objects that it may have made itself isn't told, nor what a lock
 * guards.
 */
final class FieldAssignments extends TreePathScanner<Void, Void> {
  private final String task;
  private final SourceFile file;
  private final Trees trees;
  private final List<Problem> warnings = new ArrayList<>();

  private FieldAssignments(String task, SourceFile file, Trees trees) {
    this.task = task;
    this.file = file;
    this.trees = trees;
  }

  static List<Problem> in(TreePath body, String task, SourceFile file, Trees trees) {
    FieldAssignments scanner = new FieldAssignments(task, file, trees);
    scanner.scan(body, null);
    return scanner.warnings;
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    assigned(tree.getVariable(), tree);
    return super.visitAssignment(tree, null);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    assigned(tree.getVariable(), tree);
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
        assigned(tree.getExpression(), tree);
      default -> {}
    }
    return super.visitUnary(tree, null);
  }

  /** What a lock guards may still depend on the order of tasks, but that is a matter of taste. */
  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    return null;
  }

  /** The fields of a local class are another instance's. */
  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }

  private void assigned(ExpressionTree target, Tree assignment) {
    TreePath path = new TreePath(getCurrentPath(), target);
    while (path.getLeaf() instanceof ParenthesizedTree parenthesized) {
      path = new TreePath(path, parenthesized.getExpression());
    }
    Element element = trees.getElement(path);
    if (element == null || !element.getKind().isField()) {
      return;
    }
    boolean shared =
        element.getModifiers().contains(Modifier.STATIC) || isOwn((ExpressionTree) path.getLeaf());
    Problem warning = Warnings.assignedField(file.place(assignment), task, element.getSimpleName());
    if (shared && !Silenced.covers(warning, path, trees)) {
      warnings.add(warning);
    }
  }

  private static boolean isOwn(ExpressionTree target) {
    if (!(target instanceof MemberSelectTree select)) {
      return target instanceof IdentifierTree;
    }
    ExpressionTree receiver = Typer.bare(select.getExpression());
    return (receiver instanceof IdentifierTree name && name.getName().contentEquals("this"))
        || (receiver instanceof MemberSelectTree outer
            && outer.getIdentifier().contentEquals("this"));
  }
}
