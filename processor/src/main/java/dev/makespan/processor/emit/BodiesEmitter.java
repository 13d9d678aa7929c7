package dev.makespan.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Emits the class that calls and wires the methods of a holder by their number. */
final class BodiesEmitter {
  private final FlowContext context;

  BodiesEmitter(FlowContext context) {
    this.context = context;
  }

  /** A workflow and the name of its wiring method. */
  record Wiring(NodeRef workflow, String method) {}

  /** What is done for a number. */
  private record Case(NodeRef node, CodeBlock call) {}

  /** Emits the class. */
  TypeSpec emit(ClassName name, List<Node> nodes, List<Wiring> wirings) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addStatement("super($T.class, $S)", context.ownerName(), context.flow().file());
    new Lint().names(context.flow().element()).suppression().ifPresent(constructor::addAnnotation);
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(Api.NODES)
        .addJavadoc("Calls and wires the methods by their number.")
        .addMethod(constructor.build())
        .addMethod(call(nodes));
    if (!wirings.isEmpty()) {
      type.addMethod(wire(wirings));
    }
    return type.build();
  }

  private MethodSpec call(List<Node> nodes) {
    Lint lint = new Lint();
    List<Case> cases = new ArrayList<>();
    for (Node node : nodes) {
      lint.uses(node.ref().method()).names(context.flow().element());
      List<CodeBlock> in = new ArrayList<>();
      int first = node.ref().isInstance() ? 1 : 0;
      for (VariableElement parameter : node.ref().method().getParameters()) {
        in.add(argument(parameter.asType(), in.size() + first, lint));
      }
      CodeBlock receiver = node.ref().isInstance()
          ? CodeBlock.of("(($T) in[0])", context.ownerName())
          : context.beforeDot(context.ownerName());
      CodeBlock call =
          CodeBlock.of("$L.$L($L)", receiver, node.ref().name(), CodeBlock.join(in, ", "));
      cases.add(new Case(node.ref(), call));
    }
    return dispatcher("call", Object.class, lint, cases, false)
        .addException(Throwable.class)
        .build();
  }

  private MethodSpec wire(List<Wiring> wirings) {
    Lint lint = new Lint();
    List<Case> cases = new ArrayList<>();
    for (Wiring wiring : wirings) {
      NodeRef node = wiring.workflow();
      List<CodeBlock> in = new ArrayList<>(List.of(CodeBlock.of("run")));
      int shift = -1;
      if (node.isInstance()) {
        lint.names(context.flow().element());
        in.add(CodeBlock.of("($T) in[0]", context.ownerName()));
      }
      for (VariableElement parameter : node.method().getParameters()) {
        in.add(argument(parameter.asType(), in.size() + shift, lint));
      }
      CodeBlock call = CodeBlock.of("$L($L)", wiring.method(), CodeBlock.join(in, ", "));
      cases.add(new Case(node, call));
    }
    TypeName anyStep =
        ParameterizedTypeName.get(Api.STEP, WildcardTypeName.subtypeOf(Object.class));
    return dispatcher("wire", anyStep, lint, cases, true).build();
  }

  private MethodSpec.Builder dispatcher(
      String name, Object result, Lint lint, List<Case> cases, boolean withRun) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED);
    lint.suppression().ifPresent(method::addAnnotation);
    method
        .returns(result instanceof TypeName type ? type : ClassName.OBJECT)
        .addParameter(int.class, "node");
    if (withRun) {
      method.addParameter(Api.BODY, "run");
    }
    method.addParameter(ArrayTypeName.of(Object.class), "in");
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (node)");
    for (Case each : cases) {
      code.add("case $L:\n$>", context.member(each.node()).number());
      if (each.node().isVoid()) {
        code.addStatement(each.call()).addStatement("return null$<");
      } else {
        code.addStatement("return $L$<", each.call());
      }
    }
    code.add("default:\n$>").addStatement("throw unknown(node)$<").endControlFlow();
    return method.addCode(code.build());
  }

  /** An argument as the method's parameter takes it. */
  private CodeBlock argument(TypeMirror type, int index, Lint lint) {
    if (type.getKind().isPrimitive()) {
      // By its kind: the type's own text may begin with the user's annotations.
      String kind = type.getKind().name().toLowerCase(Locale.ROOT);
      return CodeBlock.of("as$L(in[$L])", Names.capitalized(kind), index);
    }
    if (context.types().isObject(type)) {
      return CodeBlock.of("in[$L]", index);
    }
    lint.names(type);
    if (!context.types().isReifiable(type)) {
      lint.unchecked();
    }
    return CodeBlock.of("($T) in[$L]", context.types().name(type), index);
  }
}
