package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.graph.FlowMembers;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import javax.lang.model.element.Modifier;

/** Emits the constant that defines an annotated method. */
final class ConstantEmitter {
  private final FlowContext context;

  ConstantEmitter(FlowContext context) {
    this.context = context;
  }

  /** The constant; {@code nodes} is the name of the field that has the holder's calls. */
  FieldSpec emit(Node node, String nodes) {
    FlowMembers.Member member = context.member(node.ref());
    TypeName result = context.types().boxedName(node.ref().method().getReturnType());
    FieldSpec.Builder field = FieldSpec.builder(
            ParameterizedTypeName.get(Api.TASK_DEF, result),
            member.constant(),
            FlowContext.modifiers(node, Modifier.STATIC, Modifier.FINAL))
        .addJavadoc(
            "The $L {@link $T#$L}.", kind(node), context.ownerName(), node.ref().name());
    Lint lint = new Lint().names(node.ref().method().getReturnType());
    CodeBlock settings =
        context.flow().broken() ? CodeBlock.of("") : new SettingsEmitter(context, lint).of(node);
    lint.suppression().ifPresent(field::addAnnotation);
    if (context.flow().broken()) {
      return field.initializer("null").build();
    }
    CodeBlock witness = settings.isEmpty() ? CodeBlock.of("") : CodeBlock.of("<$T>", result);
    return field
        .initializer(
            "$L.$L$L($L, $S, $L)$L",
            nodes,
            witness,
            factory(node),
            member.number(),
            node.ref().name(),
            node.line(),
            settings)
        .build();
  }

  private static String kind(Node node) {
    return switch (node.ref().kind()) {
      case TASK -> "task";
      case MAP_TASK -> "map task";
      case WORKFLOW -> "workflow";
      case DYNAMIC -> "dynamic";
    };
  }

  private static String factory(Node node) {
    return node.ref().kind() == NodeKind.MAP_TASK ? "mapTask" : kind(node);
  }
}
