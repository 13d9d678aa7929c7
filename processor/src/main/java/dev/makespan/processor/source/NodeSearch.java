package dev.makespan.processor.source;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Searches a tree for calls of annotated methods and references to them. */
final class NodeSearch extends TreeScanner<Void, Void> {
  private final Scope scope;
  private final Targets targets;
  private Optional<String> found = Optional.empty();
  private Optional<Tree> place = Optional.empty();

  private NodeSearch(Scope scope, Targets targets) {
    this.scope = scope;
    this.targets = targets;
  }

  static boolean finds(Tree tree, Scope scope, Targets targets) {
    return first(tree, scope, targets).isPresent();
  }

  /** The name of the first one. */
  static Optional<String> first(Tree tree, Scope scope, Targets targets) {
    NodeSearch search = new NodeSearch(scope.inner(), targets);
    search.scan(tree, null);
    return search.found;
  }

  /** The first one. */
  static Optional<Tree> place(Tree tree, Scope scope, Targets targets) {
    return place(List.of(tree), scope, targets);
  }

  /** The first one in trees of which each sees what those before it declare. */
  static Optional<Tree> place(List<? extends Tree> trees, Scope scope, Targets targets) {
    NodeSearch search = new NodeSearch(scope.inner(), targets);
    search.scan(trees, null);
    return search.place;
  }

  /** Whether a call is of a method of that name, wherever it may be declared. */
  static boolean isNamed(MethodInvocationTree call, String name) {
    Tree select = call.getMethodSelect();
    return (select instanceof IdentifierTree identifier && identifier.getName().contentEquals(name))
        || (select instanceof MemberSelectTree member
            && member.getIdentifier().contentEquals(name));
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    if (!scope.binds(tree.getName().toString())) {
      scope.bind(tree.getName().toString(), Optional.empty());
    }
    return super.visitVariable(tree, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    note(tree, targets.callee(tree, scope).candidates());
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    note(tree, targets.anyOf(tree, scope));
    return super.visitMemberReference(tree, null);
  }

  private void note(Tree tree, List<ExecutableElement> candidates) {
    Optional<ExecutableElement> node =
        candidates.stream().filter(method -> Markers.node(method).isPresent()).findFirst();
    if (found.isEmpty() && node.isPresent()) {
      found = node.map(method -> method.getSimpleName().toString());
      place = Optional.of(tree);
    }
  }
}
