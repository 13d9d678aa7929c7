package dev.makespan.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Refuses what changes an object in a workflow's attributed body: only tasks and fences have an
 * order. What an expression made itself it may change.
 */
final class SideEffects extends TreePathScanner<Void, Void> {
  private final SourceFile file;
  private final Trees trees;
  private final Mutators mutators;
  private final Freshness freshness;
  private final Resolutions.Body noted;
  private final List<Problem> problems = new ArrayList<>();

  private SideEffects(
      TreePath body, Resolutions.Body noted, SourceFile file, Trees trees, Mutators mutators) {
    this.noted = noted;
    this.file = file;
    this.trees = trees;
    this.mutators = mutators;
    this.freshness = new Freshness(body, trees, mutators);
  }

  /**
   * What is wrong in a body.
   *
   * @param noted what the reader noted of it: which calls fill lists of its own
   */
  static List<Problem> in(
      TreePath body, Resolutions.Body noted, SourceFile file, Trees trees, Mutators mutators) {
    SideEffects scanner = new SideEffects(body, noted, file, trees, mutators);
    scanner.scan(body, null);
    return scanner.problems;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
    if (NodeSearch.isNamed(tree, "tap")
        && trees.getElement(select) instanceof ExecutableElement tap
        && MapReader.isOfMakespan(tap)) {
      // A remark is there for its effect.
      return null;
    }
    if (trees.getElement(select) instanceof ExecutableElement method
        && Markers.node(method).isEmpty()
        && !noted.isFill(file.end(tree.getMethodSelect()))
        && changes(select, tree.getArguments(), method)) {
      refuse(tree.getMethodSelect());
    }
    return super.visitMethodInvocation(tree, null);
  }

  private boolean changes(
      TreePath select, List<? extends ExpressionTree> arguments, ExecutableElement method) {
    if (mutators.changesWorld(method)) {
      return true;
    }
    OptionalInt changed = mutators.changedArgument(method);
    if (changed.isPresent()) {
      ExpressionTree argument = arguments.get(changed.getAsInt());
      return !freshness.isFresh(new TreePath(getCurrentPath(), argument));
    }
    return changesReceiver(method)
        && !(select.getLeaf() instanceof MemberSelectTree member
            && isFreshOrTold(new TreePath(select, member.getExpression())));
  }

  /** In a chain of changes the first one is told. */
  private boolean isFreshOrTold(TreePath receiver) {
    return freshness.isChained(receiver) || freshness.isFresh(receiver);
  }

  private boolean changesReceiver(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC) && mutators.changesReceiver(method);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
        && Enclosing.isFound(method)
        && Markers.node(method).isEmpty()
        && (mutators.changesWorld(method)
            || (mutators.changedArgument(method).isPresent() || changesReceiver(method))
                && !ofFresh(tree))) {
      refuse(tree);
    }
    return super.visitMemberReference(tree, null);
  }

  /**
   * Whether what a reference changes was made by the expression. What stands before it is evaluated
   * once, so a new object there would be shared by all uses.
   */
  private boolean ofFresh(MemberReferenceTree tree) {
    TreePath qualifier = new TreePath(getCurrentPath(), tree.getQualifierExpression());
    Element element = trees.getElement(qualifier);
    boolean type = element == null
        || element.getKind().isClass()
        || element.getKind().isInterface()
        || element.getKind() == ElementKind.TYPE_PARAMETER;
    return type
        ? freshness.isAccumulating(tree)
        : qualifier.getLeaf() instanceof IdentifierTree && freshness.isFresh(qualifier);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor
        && mutators.changesWorld(constructor)) {
      refuse(tree);
    }
    return super.visitNewClass(tree, null);
  }

  private void refuse(Tree tree) {
    problems.add(BodyProblems.mutation(file.place(tree), text(file, tree)));
  }

  /** What is refused, on one line. */
  static String text(SourceFile file, Tree tree) {
    return file.text(tree).replaceAll("\\s+", " ");
  }

  // Elements of arrays. Everything else that is assigned is refused when the body is read.

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    element(tree.getVariable(), tree);
    return super.visitAssignment(tree, null);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    element(tree.getVariable(), tree);
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
        element(tree.getExpression(), tree);
      default -> {}
    }
    return super.visitUnary(tree, null);
  }

  private void element(ExpressionTree target, Tree assignment) {
    TreePath path = new TreePath(getCurrentPath(), target);
    if (Typer.bare(target) instanceof ArrayAccessTree && !freshness.isInFreshArray(path)) {
      problems.add(BodyProblems.sideEffect(file.place(assignment), file.text(target)));
    }
  }
}
