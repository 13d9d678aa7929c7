package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.CallProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Turns calls of annotated methods into steps, their receivers and arguments first. */
final class NodeCalls {
  private final BodyContext context;
  private final ExpressionReader expressions;

  NodeCalls(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /**
   * Reads a call whose value is read.
   *
   * @param local the variable to hold the value; without it a temporary is made
   * @return the variable
   */
  Optional<Variable> read(MethodInvocationTree call, Optional<Variable> local) {
    Optional<NodeRef> found = node(call);
    List<Value> in = found.map(node -> arguments(call, node)).orElseGet(() -> wrongArguments(call));
    if (found.isEmpty()) {
      return Optional.of(local.orElseGet(() -> new Variable(
          "wrong", expressions.object("java.lang.Object"), Variable.Origin.TEMPORARY)));
    }
    NodeRef node = found.get();
    TypeMirror type =
        node.isVoid() ? expressions.object("java.lang.Void") : node.method().getReturnType();
    Variable result =
        local.orElseGet(() -> new Variable(node.name(), type, Variable.Origin.TEMPORARY));
    if (node.isVoid()) {
      // The compiler rejects the value of a void call.
      context.invalid();
    }
    expressions.add(
        new Step.Call(Optional.of(result), node, in, context.place(call.getMethodSelect())));
    return Optional.of(result);
  }

  /** A call as a statement: a fence, or a call whose value nobody reads. */
  void statement(MethodInvocationTree call) {
    statement(call, true);
  }

  /** A call as a statement; a void one is a fence if it is ordered. */
  void statement(MethodInvocationTree call, boolean ordered) {
    Optional<NodeRef> node = node(call);
    List<Value> in =
        node.map(found -> arguments(call, found)).orElseGet(() -> wrongArguments(call));
    node.ifPresent(found -> expressions.add(new Step.Call(
        Optional.empty(), found, in, context.place(call.getMethodSelect()), ordered)));
  }

  private Optional<NodeRef> node(MethodInvocationTree call) {
    return new CallChecks(context)
        .node(call.getMethodSelect(), context.targets.callee(call, expressions.scope()));
  }

  private List<Value> arguments(MethodInvocationTree call, NodeRef node) {
    List<Value> in = new ArrayList<>();
    Optional<ExpressionTree> receiver = call.getMethodSelect() instanceof MemberSelectTree select
            && context.targets.callee(call, expressions.scope()).form() == Callee.Form.EXPRESSION
        ? Optional.of(select.getExpression())
        : Optional.empty();
    if (node.isInstance()) {
      receiver.ifPresent(new Receivers(context, expressions.scope())::check);
    }
    Optional<Value> self = receiver.map(
        tree -> expressions.value(tree, node.owner().asType(), decapitalised(node.owner())));
    if (node.isInstance()) {
      in.add(self.orElseGet(context::self));
    }
    VariableArity arity = new VariableArity(context, expressions);
    List<? extends VariableElement> parameters = node.method().getParameters();
    Optional<Boolean> array = arity.packs(call, node);
    if (array.isEmpty()) {
      untold(call, node);
      return List.of();
    }
    boolean packs = array.get();
    int single = packs ? parameters.size() - 1 : call.getArguments().size();
    for (int i = 0; i < single; i++) {
      VariableElement parameter = parameters.get(i);
      String name = parameter.getSimpleName().toString();
      Value value = expressions.value(call.getArguments().get(i), parameter.asType(), name);
      List<? extends ExpressionTree> rest =
          call.getArguments().subList(i + 1, call.getArguments().size());
      boolean last = rest.stream().allMatch(each -> expressions.simple(each).isPresent());
      in.add(last ? value : expressions.unboxed(value, parameter.asType(), name, call));
    }
    if (packs) {
      in.add(arity.pack(
          call.getArguments().subList(single, call.getArguments().size()),
          parameters.get(single),
          call));
    }
    return in;
  }

  /** Tells that the only argument for a variable number may be an array, if it isn't wrong. */
  private void untold(MethodInvocationTree call, NodeRef node) {
    if (!context.findsWrong(() -> call.getArguments().forEach(expressions::check))) {
      ExpressionTree last =
          Typer.bare(call.getArguments().get(call.getArguments().size() - 1));
      context.report(CallProblems.variableArgument(context.placeOf(last), node.name()));
    }
  }

  /** Reads the arguments of a wrong call for what is wrong in them. */
  private List<Value> wrongArguments(MethodInvocationTree call) {
    call.getArguments().forEach(expressions::check);
    return List.of();
  }

  private static String decapitalised(TypeElement type) {
    String name = type.getSimpleName().toString();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
