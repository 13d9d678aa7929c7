package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.graph.InnerGraph;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Emits the call that adds one step to a run. What the step waits for is what the graph says, never
 * what the code happens to read.
 */
final class StepEmitter {
  private final WiringEmitter wiring;
  private final FlowContext context;
  private final Wired wired;
  private final String run;
  private final Names names;
  private final Lint lint;

  /** For the steps of a body, whose wiring method has the run and the names. */
  StepEmitter(WiringEmitter wiring, Wired wired, String run, Names names, Lint lint) {
    this.wiring = wiring;
    this.context = wiring.context();
    this.wired = wired;
    this.run = run;
    this.names = names;
    this.lint = lint;
  }

  /** Emits a step that sees this scope. */
  CodeBlock emit(GraphNode node, Scope scope) {
    if (node.step() instanceof Step.Call call) {
      return call(node, call, scope);
    }
    if (node.step() instanceof Step.MapCall map) {
      return map(node, map, scope);
    }
    if (node.step() instanceof Step.MapBody map) {
      return each(node, map, scope);
    }
    return eval(node, (Step.Pure) node.step(), scope);
  }

  private CodeBlock call(GraphNode node, Step.Call call, Scope scope) {
    waitsForNothingElse(node, call.in(), scope);
    return CodeBlock.of(
        "$L.$L($L, $L$L)",
        run,
        node.isFence() ? "fence" : "call",
        constant(call.node()),
        line(call),
        arguments(call.in(), scope));
  }

  private CodeBlock map(GraphNode node, Step.MapCall map, Scope scope) {
    List<Value> all = new ArrayList<>(map.in());
    all.add(map.list());
    waitsForNothingElse(node, all, scope);
    return CodeBlock.of(
        "$L.map($L, $L, $L$L)",
        run,
        constant(map.node()),
        line(map),
        scope.argument(map.list()).code(),
        arguments(map.in(), scope));
  }

  private CodeBlock each(GraphNode node, Step.MapBody map, Scope scope) {
    InnerGraph inner = node.inner().orElseThrow();
    Variable element = map.body().parameters().get(0);
    Optional<Variable> local = local(map);
    String base = wired.base() + Names.capitalized(local.orElse(element).name());
    String method = wiring.emit(
        new Wired(wired.node(), base, inner.graph(), inner.captures(), inner.capturesSelf()));
    TypeMirror result = wiring.stepTypes().ofResult(inner.graph());
    lint.names(element.type()).names(result);
    Names inLambda = new Names().reserve(names);
    String elementName = inLambda.fresh(element.name());
    String each = inLambda.fresh("each");
    CodeBlock.Builder arguments = CodeBlock.builder().add("$L", each);
    if (inner.capturesSelf()) {
      arguments.add(", $L", scope.self());
    }
    arguments.add(", $L", elementName);
    inner.captures().forEach(capture -> arguments.add(", $L", scope.value(capture)));
    return CodeBlock.of(
        "$L.<$T, $T>each($S, $L, $L, ($L, $L) -> $L($L)$L)",
        run,
        context.types().boxedName(element.type()),
        context.types().name(result),
        local.map(Variable::name).orElse("map"),
        line(map),
        scope.argument(map.list()).code(),
        each,
        elementName,
        method,
        arguments.build(),
        waits(node, List.of(map.list()), scope));
  }

  private static Optional<Variable> local(Step step) {
    return step.result().filter(result -> result.origin() == Variable.Origin.LOCAL);
  }

  private CodeBlock eval(GraphNode node, Step.Pure pure, Scope scope) {
    String name = pure.result().map(Variable::name).orElse("expression");
    TypeMirror type = pure.result().map(Variable::type).orElse(null);
    TypeName boxed = type == null ? TypeName.VOID.box() : context.types().boxedName(type);
    if (type != null) {
      lint.names(type);
    }
    CodeBlock expression = conversion(pure, scope)
        .orElseGet(() -> wiring
            .expressions()
            .emit(wired.base() + Names.capitalized(name), wired.node(), pure, scope));
    return CodeBlock.of(
        "$L.<$T>eval($S, $L, () -> $L$L)",
        run,
        boxed,
        name,
        line(pure),
        expression,
        waits(node, List.of(), scope));
  }

  /**
   * The value of a variable that is read into another type and nothing else, where it needs no
   * method: a cast widens or unboxes like the assignment in the source.
   */
  private Optional<CodeBlock> conversion(Step.Pure pure, Scope scope) {
    Optional<Variable> from = pure.code().variable();
    if (from.isEmpty() || pure.result().isEmpty()) {
      return Optional.empty();
    }
    TypeMirror type = from.get().type();
    TypeMirror to = pure.result().get().type();
    if (!context.types().isWidened(type, to)) {
      return Optional.empty();
    }
    CodeBlock value = scope.value(from.get());
    boolean boxes = type.getKind().isPrimitive() && !to.getKind().isPrimitive();
    if (boxes) {
      // Each boxing of a variable makes a box of its own, as in the plain call.
      return Optional.of(
          scope.isStep(from.get())
              ? CodeBlock.of("($T) $L", context.types().name(type), value)
              : value);
    }
    boolean cast = to.getKind().isPrimitive() && !context.types().isSame(type, to);
    return Optional.of(cast ? CodeBlock.of("($T) $L", context.types().name(to), value) : value);
  }

  private static int line(Step step) {
    return step.place().line();
  }

  private CodeBlock constant(NodeRef callee) {
    return context.constant(callee, wiring.holder());
  }

  private static CodeBlock arguments(List<Value> in, Scope scope) {
    return Arguments.trailing(in.stream().map(scope::argument).toList());
  }

  private static CodeBlock waits(GraphNode node, List<Value> arguments, Scope scope) {
    return scope.waits(node, arguments).stream()
        .map(step -> CodeBlock.of(", $L", step))
        .collect(CodeBlock.joining(""));
  }

  /** A call has no place for steps that it waits for without using their values. */
  private static void waitsForNothingElse(GraphNode node, List<Value> arguments, Scope scope) {
    List<String> others = scope.waits(node, arguments);
    if (!others.isEmpty()) {
      throw new IllegalStateException("a call waits for " + others + ", which it doesn't use");
    }
  }
}
