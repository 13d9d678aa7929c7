package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.graph.InnerGraph;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Emits the method that adds a workflow's steps to a run, one statement a step, with those of its
 * lambdas and expressions.
 */
final class WiringEmitter {
  private final FlowContext context;
  private final int holder;
  private final Names methodNames;
  private final StepTypes stepTypes;
  private final ExpressionEmitter expressions;
  private final List<MethodSpec> methods = new ArrayList<>();

  /** Emits into a holder, whose methods have these names. */
  WiringEmitter(FlowContext context, int holder, Names methodNames) {
    this.context = context;
    this.holder = holder;
    this.methodNames = methodNames;
    this.stepTypes = new StepTypes(context.types());
    this.expressions = new ExpressionEmitter(context, methodNames, methods);
  }

  /** What has been emitted so far: each wiring method, then what it uses. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** Emits a workflow; returns the name of its wiring method. */
  String emit(Node node) {
    BodyGraph graph = context.graph().body(node).orElseThrow();
    String name = methodNames.fresh("wire" + Names.capitalized(node.ref().name()));
    new BodyEmitter(node, name, node.ref().name(), graph, List.of(), node.ref().isInstance())
        .emit();
    return name;
  }

  /** Emits the wiring of one body. */
  private final class BodyEmitter {
    private final Node node;
    private final String method;
    private final String base;
    private final BodyGraph graph;
    private final List<Variable> captures;
    private final boolean instance;
    private final Names names = new Names();

    /** What the code begins names of constants with, which a local would hide. */
    private final Set<String> classes = new HashSet<>();

    private final Lint lint = new Lint();
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final String run;
    private final Scope scope;

    /**
     * The base of the names of what belongs to the body is the workflow's name, with that of the
     * map for a lambda.
     */
    BodyEmitter(
        Node node,
        String method,
        String base,
        BodyGraph graph,
        List<Variable> captures,
        boolean instance) {
      this.node = node;
      this.method = method;
      this.base = base;
      this.graph = graph;
      this.captures = captures;
      this.instance = instance;
      classes.addAll(List.of("Body", context.flowName().simpleName()));
      callees(graph).forEach(callee -> classes.add(context.constantRoot(callee, holder)));
      names.reserve(classes);
      List<Variable> parameters =
          Stream.concat(graph.body().parameters().stream(), captures.stream()).toList();
      List<String> parameterNames =
          parameters.stream().map(parameter -> names.fresh(parameter.name())).toList();
      userNames().forEach(names::reserve);
      this.run = names.fresh("run");
      this.scope = new Scope(context.types(), lint, instance ? names.fresh("self") : "");
      for (int i = 0; i < parameters.size(); i++) {
        scope.addValue(parameters.get(i), parameterNames.get(i));
      }
    }

    private Stream<String> userNames() {
      return graph.nodes().stream()
          .flatMap(step -> step.step().result().stream())
          .filter(variable -> variable.origin() == Variable.Origin.LOCAL)
          .map(Variable::name);
    }

    private Stream<NodeRef> callees(BodyGraph body) {
      return body.nodes().stream()
          .flatMap(step -> step.step() instanceof Step.Call call
              ? Stream.of(call.node())
              : step.step() instanceof Step.MapCall map ? Stream.of(map.node()) : Stream.empty());
    }

    void emit() {
      MethodSpec.Builder spec = MethodSpec.methodBuilder(method)
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .addParameter(Api.BODY, run);
      if (instance) {
        lint.names(context.flow().element());
        spec.addParameter(context.ownerName(), scope.self());
      }
      Stream.concat(graph.body().parameters().stream(), captures.stream()).forEach(parameter -> {
        lint.names(parameter.type());
        spec.addParameter(context.types().name(parameter.type()), scope.name(parameter));
      });
      int place = methods.size();
      graph.nodes().forEach(this::step);
      graph.body().result().ifPresent(result -> {
        TypeMirror type = resultType(result);
        lint.names(type);
        spec.returns(ParameterizedTypeName.get(Api.STEP, context.types().name(type)));
        if (!isReturnedAtOnce(result)) {
          code.addStatement("return $L", result(result, type));
        }
      });
      lint.suppression().ifPresent(spec::addAnnotation);
      methods.add(place, spec.addCode(code.build()).build());
    }

    private TypeMirror resultType(Value result) {
      if (result instanceof Value.Read) {
        return stepTypes.ofResult(graph);
      }
      return context.types().boxed(node.ref().method().getReturnType());
    }

    private CodeBlock result(Value result, TypeMirror type) {
      if (result instanceof Value.Read read) {
        String name = scope.name(read.variable());
        return scope.isStep(read.variable())
            ? CodeBlock.of("$L", name)
            : CodeBlock.of("$L.value($L)", run, name);
      }
      if (result instanceof Value.Literal literal) {
        return CodeBlock.of(
            "$L.value($L)", run, Literals.typed(literal.source(), type, context.types()));
      }
      return CodeBlock.of("$L.value($L)", run, scope.self());
    }

    /** Whether the last step has no name of the user's and is what is returned. */
    private boolean isReturnedAtOnce(Value result) {
      List<GraphNode> nodes = graph.nodes();
      return result instanceof Value.Read read
          && read.variable().origin() == Variable.Origin.TEMPORARY
          && !nodes.isEmpty()
          && nodes
              .get(nodes.size() - 1)
              .step()
              .result()
              .filter(last -> last == read.variable())
              .isPresent();
    }

    private void step(GraphNode step) {
      CodeBlock call = call(step);
      if (step.isFence() || !step.used()) {
        code.addStatement(call);
        return;
      }
      Variable variable = step.step().result().orElseThrow();
      if (graph
          .body()
          .result()
          .filter(this::isReturnedAtOnce)
          .filter(result -> reads(result, variable))
          .isPresent()) {
        code.addStatement("return $L", call);
        return;
      }
      boolean asWritten =
          variable.origin() == Variable.Origin.LOCAL && !classes.contains(variable.name());
      String name = asWritten ? variable.name() : names.fresh(variable.name());
      TypeMirror type = stepTypes.of(step);
      lint.names(type);
      code.addStatement(
          "$T $L = $L",
          ParameterizedTypeName.get(Api.STEP, context.types().name(type)),
          name,
          call);
      scope.addStep(variable, name, type);
    }

    private static boolean reads(Value value, Variable variable) {
      return value instanceof Value.Read read && read.variable() == variable;
    }

    private CodeBlock call(GraphNode step) {
      int line = step.step().place().line();
      if (step.step() instanceof Step.Call call) {
        String kind = call.isFence() ? "fence" : "call";
        return CodeBlock.of(
            "$L.$L($L, $L$L)", run, kind, constant(call.node()), line, arguments(call.in()));
      }
      if (step.step() instanceof Step.MapCall map) {
        CodeBlock list = scope.argument(map.list()).code();
        return CodeBlock.of(
            "$L.map($L, $L, $L$L)", run, constant(map.node()), line, list, arguments(map.in()));
      }
      if (step.step() instanceof Step.MapBody map) {
        return each(map, step.inner().orElseThrow(), line);
      }
      Step.Pure pure = (Step.Pure) step.step();
      String name = pure.result().map(Variable::name).orElse("expression");
      TypeMirror type = pure.result().map(Variable::type).orElse(null);
      TypeName boxed = type == null ? TypeName.VOID.box() : context.types().boxedName(type);
      if (type != null) {
        lint.names(type);
      }
      CodeBlock expression = expressions.emit(base + Names.capitalized(name), node, pure, scope);
      return CodeBlock.of(
          "$L.<$T>eval($S, $L, () -> $L$L)",
          run,
          boxed,
          name,
          line,
          expression,
          waits(pure.code().reads()));
    }

    private CodeBlock each(Step.MapBody map, InnerGraph inner, int line) {
      String name = map.result().map(Variable::name).orElse("map");
      String innerBase = base + Names.capitalized(name);
      String innerMethod = methodNames.fresh("wire" + Names.capitalized(innerBase));
      TypeMirror result = stepTypes.ofResult(inner.graph());
      new BodyEmitter(
              node, innerMethod, innerBase, inner.graph(), inner.captures(), inner.capturesSelf())
          .emit();
      Variable element = map.body().parameters().get(0);
      lint.names(element.type()).names(result);
      Names inLambda = new Names().reserve(names);
      String elementName = inLambda.fresh(element.name());
      String eachName = inLambda.fresh("each");
      CodeBlock.Builder arguments = CodeBlock.builder().add("$L", eachName);
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
          name,
          line,
          scope.argument(map.list()).code(),
          eachName,
          elementName,
          innerMethod,
          arguments.build(),
          waits(inner.captures()));
    }

    private CodeBlock constant(NodeRef callee) {
      return context.constant(callee, holder);
    }

    private CodeBlock arguments(List<Value> in) {
      return Arguments.trailing(in.stream().map(scope::argument).toList());
    }

    private CodeBlock waits(List<Variable> reads) {
      return reads.stream()
          .filter(scope::isStep)
          .map(variable -> CodeBlock.of(", $L", scope.name(variable)))
          .collect(CodeBlock.joining(""));
    }
  }
}
