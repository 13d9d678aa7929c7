package dev.makespan.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that the attributed body of a task assigns: static ones, those of its own
 * instance, and those of objects that such fields hold. What it assigns in objects that it may have
 * made itself isn't told, nor what a lock guards, nor what a volatile field is given as a whole.
 */
final class FieldAssignments extends TreePathScanner<Void, Void> {
  private final String task;
  private final SourceFile file;
  private final Trees trees;
  private final List<Problem> warnings = new ArrayList<>();

  /** The classes in the body around the place that is looked at. */
  private final Deque<Element> localClasses = new ArrayDeque<>();

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
    if (!isVolatile(tree.getVariable())) {
      assigned(tree.getVariable(), tree);
    }
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

  /** What is unlocked in the end was locked. */
  @Override
  public Void visitTry(TryTree tree, Void unused) {
    return unlocks(tree.getFinallyBlock()) ? null : super.visitTry(tree, null);
  }

  private static boolean unlocks(@Nullable BlockTree block) {
    return block != null
        && block.getStatements().stream()
            .anyMatch(statement -> statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && NameOf.call(call).toString().startsWith("unlock"));
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    localClasses.push(trees.getElement(getCurrentPath()));
    super.visitClass(tree, null);
    localClasses.pop();
    return null;
  }

  private boolean isVolatile(ExpressionTree target) {
    Element element = trees.getElement(bare(new TreePath(getCurrentPath(), target)));
    return element != null && element.getModifiers().contains(Modifier.VOLATILE);
  }

  private void assigned(ExpressionTree target, Tree assignment) {
    TreePath path = bare(new TreePath(getCurrentPath(), target));
    Element element = trees.getElement(path);
    if (element != null && isShared(path)) {
      Problem warning =
          Warnings.assignedField(file.place(assignment), task, element.getSimpleName());
      if (!Silenced.covers(warning, path, trees)) {
        warnings.add(warning);
      }
    }
  }

  private static TreePath bare(TreePath expression) {
    TreePath path = expression;
    while (path.getLeaf() instanceof ParenthesizedTree parenthesized) {
      path = new TreePath(path, parenthesized.getExpression());
    }
    return path;
  }

  /** Whether an expression names a field that other tasks may see. */
  private boolean isShared(TreePath target) {
    Element element = trees.getElement(target);
    if (element == null || !element.getKind().isField()) {
      return false;
    }
    if (element.getModifiers().contains(Modifier.STATIC)) {
      return true;
    }
    if (!(target.getLeaf() instanceof MemberSelectTree select)) {
      return localClasses.stream().noneMatch(local -> has(local, element));
    }
    TreePath receiver = bare(new TreePath(target, select.getExpression()));
    if (receiver.getLeaf() instanceof IdentifierTree name && name.getName().contentEquals("this")) {
      return localClasses.isEmpty();
    }
    return receiver.getLeaf() instanceof MemberSelectTree outer
            && outer.getIdentifier().contentEquals("this")
        ? localClasses.stream().noneMatch(local -> has(local, element))
        : isShared(receiver);
  }

  /** Whether a class declares or inherits a field. */
  private static boolean has(Element type, Element field) {
    for (Element at = type;
        at instanceof TypeElement;
        at = ((TypeElement) at).getSuperclass() instanceof DeclaredType above
            ? above.asElement()
            : null) {
      if (at.equals(field.getEnclosingElement())) {
        return true;
      }
    }
    return false;
  }
}
