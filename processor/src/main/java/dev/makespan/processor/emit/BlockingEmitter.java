package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Emits the twins with the plain signatures. */
final class BlockingEmitter {
  private static final String FLOW = "flow";

  private final FlowContext context;
  private final TwinEmitter twins;
  private final FlowFields fields;
  private final ClassName name;

  BlockingEmitter(FlowContext context, TwinEmitter twins, FlowFields fields) {
    this.fields = fields;
    this.context = context;
    this.twins = twins;
    this.name = context.nested(FlowClass.BLOCKING);
  }

  /** The method that leads to them. */
  MethodSpec accessor() {
    return MethodSpec.methodBuilder("blocking")
        .addModifiers(context.modifiers())
        .returns(name)
        .addJavadoc("The twins with the plain signatures: each call waits for its run.")
        .addStatement(
            context.flow().broken()
                ? Broken.statement(context)
                : CodeBlock.of(
                    "return new $T(new $T($L$L.waiting()))",
                    name,
                    context.flowName(),
                    context.flow().hasInstanceNodes() ? fields.self() + ", " : "",
                    fields.caller()))
        .build();
  }

  TypeSpec emit(List<Node> nodes) {
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addModifiers(context.modifiers(Modifier.STATIC, Modifier.FINAL))
        .addJavadoc("The twins of {@link $T} with the plain signatures.", context.ownerName());
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    if (!context.flow().broken()) {
      type.addField(context.flowName(), FLOW, Modifier.PRIVATE, Modifier.FINAL);
      constructor.addParameter(context.flowName(), FLOW).addStatement("this.$1L = $1L", FLOW);
    }
    type.addMethod(constructor.build());
    nodes.forEach(node -> type.addMethod(method(node)));
    return type.build();
  }

  private MethodSpec method(Node node) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(node.ref().name()).addModifiers(FlowContext.modifiers(node));
    Names names = new Names().reserve("Caller").reserve(Api.ROOT);
    List<String> parameters =
        twins.signature(node, method, names, node.ref().method().getThrownTypes());
    TypeMirror result = node.ref().method().getReturnType();
    TypeName type = node.ref().kind() == NodeKind.MAP_TASK
        ? ParameterizedTypeName.get(ClassName.get(List.class), context.types().boxedName(result))
        : context.types().name(result);
    method.returns(type);
    for (TypeMirror thrown : node.ref().method().getThrownTypes()) {
      method.addException(context.types().name(thrown));
    }
    if (context.flow().broken()) {
      return method.addStatement(Broken.statement(context)).build();
    }
    CodeBlock join = CodeBlock.of(
        "$T.$L($L.$L($L))",
        Api.CALLER,
        waits(node),
        FlowFields.field(FLOW, names),
        node.ref().name(),
        String.join(", ", parameters));
    return method
        .addStatement(type.equals(TypeName.VOID) ? "$L" : "return $L", join)
        .build();
  }

  private static String waits(Node node) {
    if (!node.ref().isAsynchronous()) {
      return "join";
    }
    return node.ref().kind() == NodeKind.MAP_TASK ? "joinStages" : "joinStage";
  }
}
