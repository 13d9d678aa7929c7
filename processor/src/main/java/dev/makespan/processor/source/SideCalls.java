package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.MapProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the statements {@code Makespan.together} and {@code Makespan.tap}. */
final class SideCalls {
  private final BodyContext context;
  private final ExpressionReader outer;

  SideCalls(BodyContext context, ExpressionReader outer) {
    this.context = context;
    this.outer = outer;
  }

  boolean isOne(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call
        && (is(call, "together") || is(call, "tap") || loop(call).isPresent());
  }

  private boolean is(MethodInvocationTree call, String name) {
    return NodeSearch.isNamed(call, name)
        && context
            .targets
            .callee(call, outer.scope())
            .method()
            .filter(MapReader::isOfMakespan)
            .isPresent();
  }

  void read(MethodInvocationTree call) {
    if (is(call, "together")) {
      together(call);
    } else if (is(call, "tap")) {
      tap(call);
    } else {
      context.report(
          MapProblems.forEach(context.place(call.getMethodSelect()), loop(call).orElseThrow()));
    }
  }

  /** The annotated method that a collection's own {@code forEach} would call. */
  private Optional<String> loop(MethodInvocationTree call) {
    if (!NodeSearch.isNamed(call, "forEach") || call.getArguments().size() != 1) {
      return Optional.empty();
    }
    ExpressionTree function = Typer.bare(call.getArguments().get(0));
    return function instanceof LambdaExpressionTree || function instanceof MemberReferenceTree
        ? NodeSearch.first(function, outer.scope(), context.targets)
        : Optional.empty();
  }

  private void tap(MethodInvocationTree call) {
    ExpressionTree remark = Typer.bare(call.getArguments().get(0));
    if (remark instanceof MemberReferenceTree reference) {
      Optional<String> node = NodeSearch.first(reference, outer.scope(), context.targets);
      if (node.isPresent()) {
        context.report(MapProblems.tapped(context.place(reference), node.get()));
        return;
      }
    }
    if (remark instanceof LambdaExpressionTree lambda && !lambda.getParameters().isEmpty()) {
      // The compiler rejects it.
      context.invalid();
      return;
    }
    new SnippetReader(context, outer)
        .snippet(call, outer.object("java.lang.Void"))
        .ifPresent(code -> outer.add(
            new Step.Pure(Optional.empty(), code, context.place(call.getMethodSelect()))));
  }

  private void together(MethodInvocationTree call) {
    TreePlace place = context.place(call.getMethodSelect());
    if (call.getArguments().isEmpty()) {
      context.report(MapProblems.noCalls(place));
      return;
    }
    // What references are bound to is evaluated before the first call.
    List<Runnable> calls = new ArrayList<>();
    for (ExpressionTree argument : call.getArguments()) {
      part(Typer.bare(argument)).ifPresent(calls::add);
    }
    outer.add(new Step.Barrier(place));
    calls.forEach(Runnable::run);
    outer.add(new Step.Barrier(place));
  }

  private Optional<Runnable> part(ExpressionTree part) {
    if (part instanceof MemberReferenceTree reference) {
      Callee callee = context.targets.action(reference, outer.scope());
      if (callee.mayBeNode()) {
        return reference(reference, callee);
      }
    } else if (part instanceof LambdaExpressionTree lambda
        && call(lambda.getBody()).isPresent()) {
      MethodInvocationTree call = call(lambda.getBody()).get();
      return Optional.of(() -> new NodeCalls(context, outer).statement(call, false));
    }
    Optional<Tree> ofSuper = ofSuper(part);
    context.report(ofSuper
        .map(tree -> ExpressionProblems.superMember(context.place(tree)))
        .orElseGet(() -> MapProblems.noCall(context.place(part))));
    return Optional.empty();
  }

  /** The call of, or the reference to, a method of the superclass. */
  private static Optional<Tree> ofSuper(ExpressionTree part) {
    if (part instanceof MemberReferenceTree reference) {
      return Optional.of(reference.getQualifierExpression())
          .filter(SideCalls::isSuper)
          .map(Tree.class::cast);
    }
    return part instanceof LambdaExpressionTree lambda
            && only(lambda.getBody()) instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && isSuper(select.getExpression())
        ? Optional.of(select)
        : Optional.empty();
  }

  private static boolean isSuper(ExpressionTree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("super");
  }

  private Optional<Runnable> reference(MemberReferenceTree reference, Callee callee) {
    Optional<NodeRef> node = new CallChecks(context).node(reference, callee);
    List<Value> in = new ArrayList<>();
    node.flatMap(found -> new BoundReference(context, outer).receiver(reference, callee, found))
        .ifPresent(in::add);
    return node.map(found -> () ->
        outer.add(new Step.Call(Optional.empty(), found, in, context.place(reference), false)));
  }

  /** The expression, or the only statement's, that a lambda consists of; else its body. */
  private static Tree only(Tree body) {
    Tree only = body instanceof BlockTree block && block.getStatements().size() == 1
        ? block.getStatements().get(0)
        : body;
    Tree expression =
        only instanceof ExpressionStatementTree statement ? statement.getExpression() : only;
    return expression instanceof ExpressionTree tree ? Typer.bare(tree) : body;
  }

  /** The call of an annotated method that a lambda consists of. */
  private Optional<MethodInvocationTree> call(Tree body) {
    return only(body) instanceof MethodInvocationTree call
            && context.targets.callee(call, outer.scope()).mayBeNode()
        ? Optional.of(call)
        : Optional.empty();
  }
}
