package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.graph.InnerGraph;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Options;
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
    if (node.step() instanceof Step.Pure pure) {
      return eval(node, pure, scope);
    }
    if (node.step() instanceof Step.If choice) {
      CodeBlock condition = scope.argument(choice.condition()).code();
      return CodeBlock.of("$L.when($L, $L)", run, line(choice), condition);
    }
    if (node.step() instanceof Step.Switch choice) {
      CodeBlock option = scope.argument(choice.option()).code();
      return CodeBlock.of("$L.choose($L, $L)", run, line(choice), option);
    }
    if (node.step() instanceof Step.Try tried) {
      return CodeBlock.of("$L.tried($L)", run, line(tried));
    }
    if (node.step() instanceof Step.Caught caught) {
      return caught(caught);
    }
    if (node.step() instanceof Step.Last || node.step() instanceof Step.Finally) {
      String what = node.step() instanceof Step.Last ? "last" : "rethrows";
      return CodeBlock.of("$L.$L($L)", run, what, line(node.step()));
    }
    if (node.step() instanceof Step.Throw raised) {
      CodeBlock thrown = scope.argument(raised.thrown()).code();
      return CodeBlock.of("$L.fails($L, $L)", run, line(raised), thrown);
    }
    if (node.step() instanceof Step.Return returned) {
      TypeMirror type = wired.node().ref().method().getReturnType();
      CodeBlock value = returned
          .value()
          .map(each -> value(each, type, scope))
          .orElseGet(() -> CodeBlock.of("null"));
      return CodeBlock.of("$L.exit($L, $L)", run, line(returned), value);
    }
    if (node.step() instanceof Step.Assign assign) {
      Variable result = assign.result().orElseThrow();
      return CodeBlock.of(
          "$L.assign($S, $L, $L)",
          run,
          result.name(),
          line(assign),
          value(assign.value(), result.type(), scope));
    }
    return node.step() instanceof Step.Merge merge
        ? either(merge, scope)
        : CodeBlock.of("$L.barrier($L)", run, line(node.step()));
  }

  private CodeBlock caught(Step.Caught caught) {
    caught.types().forEach(lint::names);
    CodeBlock types = caught.types().stream()
        .map(type -> CodeBlock.of(", $L.class", context.beforeDot(ClassName.get(type))))
        .collect(CodeBlock.joining(""));
    String name = caught.result().orElseThrow().name();
    return CodeBlock.of("$L.catches($S, $L$L)", run, name, line(caught), types);
  }

  private CodeBlock either(Step.Merge merge, Scope scope) {
    CodeBlock values = merge.values().stream()
        .map(value -> CodeBlock.of(", $L", scope.name(value)))
        .collect(CodeBlock.joining(""));
    String name = merge.result().orElseThrow().name();
    return CodeBlock.of("$L.either($S, $L$L)", run, name, line(merge), values);
  }

  /** A value that is passed on as one of a type. */
  private CodeBlock value(Value value, TypeMirror type, Scope scope) {
    return value instanceof Value.Literal literal
        ? Literals.typed(literal.source(), context.types().boxed(type), context.types())
        : scope.argument(value).code();
  }

  private CodeBlock call(GraphNode node, Step.Call call, Scope scope) {
    waitsForNothingElse(node, call.in(), scope);
    return CodeBlock.of(
        "$L.$L($L, $L$L)",
        run,
        node.isFence() ? "fence" : "call",
        constant(call.node(), call.options()),
        line(call),
        arguments(call.in(), scope));
  }

  private CodeBlock map(GraphNode node, Step.MapCall map, Scope scope) {
    List<Value> all = new ArrayList<>(map.in());
    all.add(map.list());
    all.addAll(map.form().in());
    waitsForNothingElse(node, all, scope);
    return CodeBlock.of(
        "$L.map$L($L, $L$L, $L$L)",
        run,
        suffix(map.form()),
        constant(map.node(), map.options()),
        line(map),
        arguments(map.form().in(), scope),
        scope.argument(map.list()).code(),
        arguments(map.in(), scope));
  }

  /** What the runtime's methods for a form are called beside those for the plain one. */
  private static String suffix(MapForm form) {
    if (form instanceof MapForm.Some) {
      return "Some";
    }
    return form instanceof MapForm.Nothing ? "Void" : "";
  }

  private CodeBlock each(GraphNode node, Step.MapBody map, Scope scope) {
    InnerGraph inner = node.inner().orElseThrow();
    Variable element = map.body().parameters().get(0);
    Optional<Variable> local = local(map);
    String base = wired.base() + Names.capitalized(local.orElse(element).name());
    String method = wiring.emit(
        new Wired(wired.node(), base, inner.graph(), inner.captures(), inner.capturesSelf()));
    lint.names(element.type());
    CodeBlock types = CodeBlock.of("$T", context.types().boxedName(element.type()));
    if (!(map.form() instanceof MapForm.Nothing)) {
      TypeMirror result = wiring.stepTypes().ofResult(inner.graph());
      lint.names(result);
      types = CodeBlock.of("$L, $T", types, context.types().name(result));
    }
    List<Value> passed = new ArrayList<>(map.form().in());
    passed.add(map.list());
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
        "$L.<$L>each$L($S, $L$L, $L, ($L, $L) -> $L($L)$L)",
        run,
        types,
        suffix(map.form()),
        local.map(Variable::name).orElse(name(map.form())),
        line(map),
        arguments(map.form().in(), scope),
        scope.argument(map.list()).code(),
        each,
        elementName,
        method,
        arguments.build(),
        waits(node, passed, scope));
  }

  private static String name(MapForm form) {
    if (form instanceof MapForm.Some) {
      return "mapSome";
    }
    return form instanceof MapForm.Nothing ? "forEach" : "map";
  }

  private static Optional<Variable> local(Step step) {
    return step.result().filter(result -> result.origin() == Variable.Origin.LOCAL);
  }

  private CodeBlock eval(GraphNode node, Step.Pure pure, Scope scope) {
    String name = pure.result().map(Variable::name).orElse("tap");
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

  private CodeBlock constant(NodeRef callee, Options options) {
    return CodeBlock.join(
        List.of(context.constant(callee, wiring.holder()), SettingsEmitter.of(options)), "");
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
