package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Emits the wiring method of one body, one statement a step. */
final class BodyEmitter {
  private final WiringEmitter wiring;
  private final FlowContext context;
  private final Wired wired;
  private final Names names = new Names();

  /** What the code begins names of constants with, which a local would hide. */
  private final Set<String> classes = new HashSet<>();

  /** The user's names that are taken: one in another branch or lambda may be the same. */
  private final Set<String> written = new HashSet<>();

  /** What branches give to one local, which has its name. */
  private final Set<Variable> merged = new HashSet<>();

  private final Lint lint = new Lint();
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final String run;
  private final Scope scope;
  private final StepEmitter steps;
  private final BranchEmitter branches;

  BodyEmitter(WiringEmitter wiring, Wired wired) {
    this.wiring = wiring;
    this.context = wiring.context();
    this.wired = wired;
    classes.addAll(List.of("Body", Api.ROOT, context.flowName().simpleName()));
    callees().forEach(callee -> classes.add(context.constantRoot(callee, wiring.holder())));
    names.reserve(classes);
    List<String> parameterNames = wired.parameters().stream()
        .map(parameter -> names.fresh(parameter.name()))
        .toList();
    written.addAll(parameterNames);
    userNames().forEach(names::reserve);
    this.run = names.fresh("run");
    this.scope = new Scope(context.types(), lint, wired.takesSelf() ? names.fresh("self") : "");
    for (int i = 0; i < parameterNames.size(); i++) {
      scope.addValue(wired.parameters().get(i), parameterNames.get(i));
    }
    this.steps = new StepEmitter(wiring, wired, run, names, lint);
    this.branches = new BranchEmitter(run, wired.graph().nodes());
    for (GraphNode node : wired.graph().nodes()) {
      if (node.step() instanceof Step.Merge merge) {
        merged.addAll(merge.values());
      }
    }
  }

  private Stream<NodeRef> callees() {
    return wired.graph().nodes().stream()
        .flatMap(node -> node.step() instanceof Step.Call call
            ? Stream.of(call.node())
            : node.step() instanceof Step.MapCall map ? Stream.of(map.node()) : Stream.empty());
  }

  private Stream<String> userNames() {
    return wired.graph().nodes().stream()
        .flatMap(node -> node.step().result().stream())
        .filter(variable -> variable.origin() == Variable.Origin.LOCAL)
        .map(Variable::name);
  }

  MethodSpec emit(String method) {
    MethodSpec.Builder spec = MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Api.BODY, run);
    if (wired.takesSelf()) {
      lint.names(context.flow().element());
      spec.addParameter(context.ownerName(), scope.self());
    }
    wired.parameters().forEach(parameter -> {
      lint.names(parameter.type());
      spec.addParameter(context.types().name(parameter.type()), scope.name(parameter));
    });
    wired.graph().nodes().forEach(this::step);
    code.add(branches.end());
    returnedType().ifPresent(type -> {
      lint.names(type);
      spec.returns(ParameterizedTypeName.get(Api.STEP, context.types().name(type)));
      if (wired.graph().body().result().isEmpty()) {
        code.addStatement("return $L.unreached()", run);
      } else if (returnedAtOnce().isEmpty()) {
        Value result = wired.graph().body().result().get();
        code.addStatement("return $L", result(result, type));
      }
    });
    lint.suppression().ifPresent(spec::addAnnotation);
    return spec.addCode(code.build()).build();
  }

  private void step(GraphNode node) {
    code.add(branches.enter(node));
    Optional<Variable> local = local(node);
    // Taken first, so that no parameter of a lambda in the step has this name.
    Optional<String> name = local.map(this::name);
    // What is returned isn't waited for by the step, but by the body.
    CodeBlock call =
        steps(node).emit(node, node.step() instanceof Step.Return ? scope : scope.of(node));
    branches.added(node);
    if (node.isFence() || !node.used()) {
      code.addStatement(call);
      return;
    }
    if (local.isEmpty() || name.isEmpty()) {
      code.addStatement("return $L", call);
      return;
    }
    TypeMirror type = wiring.stepTypes().of(node);
    lint.names(type);
    TypeName step = ParameterizedTypeName.get(Api.STEP, context.types().name(type));
    code.addStatement("$T $L = $L", step, name.get(), call);
    scope.addStep(local.get(), name.get(), node, type);
  }

  /** The variable that holds the step; empty if nothing reads it, or it is returned at once. */
  private Optional<Variable> local(GraphNode node) {
    if (node.isFence() || !node.used()) {
      return Optional.empty();
    }
    Variable variable = node.step().result().orElseThrow();
    boolean isReturned =
        returnedAtOnce().filter(returned -> returned == variable).isPresent();
    return isReturned ? Optional.empty() : Optional.of(variable);
  }

  /** What emits a step: on the run itself, or on what {@code run.after(…)} gives. */
  private StepEmitter steps(GraphNode node) {
    if (node.after().isEmpty()) {
      return steps;
    }
    String after = run + ".after(" + String.join(", ", scope.after(node)) + ")";
    return new StepEmitter(wiring, wired, after, names, lint);
  }

  private String name(Variable variable) {
    if (merged.contains(variable)) {
      return names.numbered(variable.name());
    }
    boolean asWritten = variable.origin() == Variable.Origin.LOCAL
        && !classes.contains(variable.name())
        && written.add(variable.name());
    return asWritten ? variable.name() : names.fresh(variable.name());
  }

  /** What is returned, if that is the last step's value and has no name of the user's. */
  private Optional<Variable> returnedAtOnce() {
    List<GraphNode> nodes = wired.graph().nodes();
    GraphNode end = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
    Optional<Variable> last =
        end == null || end.branch().isPresent() ? Optional.empty() : end.step().result();
    return last.filter(variable -> variable.origin() == Variable.Origin.TEMPORARY)
        .filter(variable -> wired
            .graph()
            .body()
            .result()
            .filter(result -> result instanceof Value.Read read && read.variable() == variable)
            .isPresent());
  }

  /** The type of what the body gives; empty if it gives nothing. */
  private Optional<TypeMirror> returnedType() {
    Body body = wired.graph().body();
    TypeMirror declared = wired.node().ref().method().getReturnType();
    if (body.result().isPresent()) {
      return Optional.of(
          body.result().get() instanceof Value.Read
              ? wiring.stepTypes().ofResult(wired.graph())
              : context.types().boxed(declared));
    }
    if (wired.isMethod()) {
      return Optional.of(declared)
          .filter(type -> type.getKind() != TypeKind.VOID)
          .map(context.types()::boxed);
    }
    return body.returned().map(value -> wiring.stepTypes().ofResult(wired.graph()));
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
}
