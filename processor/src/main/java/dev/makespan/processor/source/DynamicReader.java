package dev.makespan.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.problem.CallProblems;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Searches the body of a dynamic for calls that would run outside its run. It is ordinary Java
 * otherwise, of which no name need be resolved; what this search misses, the verifier finds.
 */
final class DynamicReader extends TreeScanner<Void, Void> {
  private final BodyContext context;
  private final Scope scope;
  private final Set<String> asks = new HashSet<>();

  DynamicReader(BodyContext context, Scope scope) {
    this.context = context;
    this.scope = scope;
  }

  void read(Tree body) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        boolean written = tree.getType() != null && context.file.start(tree.getType()) >= 0;
        scope.bind(
            tree.getName().toString(),
            written ? context.names.typeOf(tree.getType()) : Optional.empty());
        return super.visitVariable(tree, null);
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return null;
      }
    }.scan(body, null);
    scan(body, null);
  }

  /** What the body calls, on whatever object: a name with the number of arguments. */
  Set<String> asks() {
    return asks;
  }

  /** A class has members of its own, which a resolver of simple names doesn't see. */
  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      asks.add(select.getIdentifier() + "/" + tree.getArguments().size());
    }
    context
        .targets
        .callee(tree, scope)
        .node()
        .ifPresent(node -> context.report(CallProblems.direct(
            context.place(tree.getMethodSelect()),
            node.name(),
            Markers.current(node.owner()),
            node.kind() == NodeKind.MAP_TASK)));
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    asks.add(tree.getName() + "/1");
    context
        .targets
        .callee(tree, scope)
        .node()
        .ifPresent(node -> context.report(CallProblems.direct(
            context.place(tree),
            node.name(),
            Markers.current(node.owner()),
            node.kind() == NodeKind.MAP_TASK)));
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      newFlow(tree.getQualifierExpression(), tree);
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    newFlow(tree.getIdentifier(), tree);
    return super.visitNewClass(tree, null);
  }

  private void newFlow(Tree created, Tree at) {
    NameOf.rawType(created)
        .flatMap(context::flowOf)
        .ifPresent(type -> context.report(CallProblems.newFlow(
            context.place(at), FlowClass.nameOf(type), Markers.current(type))));
  }
}
