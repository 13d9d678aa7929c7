package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.MapProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Reads maps of one call each: of a reference, or of a lambda whose arguments are at hand. */
final class MappedCallReader {
  private final BodyContext context;
  private final ExpressionReader outer;
  private final MapReader maps;

  MappedCallReader(BodyContext context, ExpressionReader outer, MapReader maps) {
    this.context = context;
    this.outer = outer;
    this.maps = maps;
  }

  /** A reference to an annotated method. */
  Optional<Variable> reference(MemberReferenceTree reference, MapReader.Target target) {
    Callee callee = context.targets.callee(reference, outer.scope());
    if (context.targets.isMisfit(reference, outer.scope())) {
      // The compiler rejects it.
      context.invalid();
      return Optional.empty();
    }
    Optional<NodeRef> found = new CallChecks(context).node(reference, callee);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Value> in = new ArrayList<>();
    new BoundReference(context, outer).receiver(reference, callee, found.get()).ifPresent(in::add);
    in.add(new Value.Element());
    return mapCall(found.get(), in, context.place(reference), target);
  }

  /** Whether a lambda's body is one call of which all arguments are at hand. */
  boolean isDirect(MethodInvocationTree body, String element, Scope inner) {
    Callee callee = context.targets.callee(body, inner);
    boolean receiver = callee.form() != Callee.Form.EXPRESSION
        || (body.getMethodSelect() instanceof MemberSelectTree select
            && simple(select.getExpression(), element).isPresent());
    return callee.mayBeNode()
        && callee.candidates().stream().noneMatch(ExecutableElement::isVarArgs)
        && receiver
        && body.getArguments().stream().allMatch(each -> simple(each, element).isPresent());
  }

  /** A lambda's body that is one such call. */
  Optional<Variable> direct(
      MethodInvocationTree body, String element, Scope inner, MapReader.Target target) {
    Callee callee = context.targets.callee(body, inner);
    Optional<NodeRef> found = new CallChecks(context).node(body.getMethodSelect(), callee);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NodeRef node = found.get();
    List<Value> in = new ArrayList<>();
    if (node.isInstance()) {
      Value receiver = callee.form() == Callee.Form.EXPRESSION
              && body.getMethodSelect() instanceof MemberSelectTree select
          ? simple(select.getExpression(), element).orElseThrow()
          : context.self();
      in.add(receiver);
    }
    body.getArguments().forEach(each -> in.add(simple(each, element).orElseThrow()));
    return mapCall(node, in, context.place(body.getMethodSelect()), target);
  }

  private Optional<Value> simple(ExpressionTree tree, String element) {
    boolean isElement = Typer.bare(tree) instanceof IdentifierTree identifier
        && identifier.getName().contentEquals(element);
    return isElement ? Optional.of(new Value.Element()) : outer.simple(tree);
  }

  private Optional<Variable> mapCall(
      NodeRef node, List<Value> in, TreePlace called, MapReader.Target target) {
    if (node.isVoid() && !target.isVoid()) {
      // The compiler rejects a map of a void method.
      context.invalid();
      return Optional.empty();
    }
    if (node.isAsynchronous() && target.form() instanceof MapForm.Some) {
      context.report(MapProblems.asynchronous(called, node.name()));
      return Optional.empty();
    }
    Optional<Variable> result = target.isVoid()
        ? Optional.empty()
        : Optional.of(maps.result(node.method().getReturnType(), node.name(), target));
    outer.add(
        new Step.MapCall(result, target.form(), target.list(), node, in, target.place(), called));
    return result;
  }
}
