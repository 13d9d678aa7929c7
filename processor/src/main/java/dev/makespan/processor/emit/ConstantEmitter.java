package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.graph.FlowMembers;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Emits the constant that defines an annotated method. */
final class ConstantEmitter {
  private static final int DEFAULT_MAX_PARALLELISM = 25;

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
    new Lint()
        .names(node.ref().method().getReturnType())
        .suppression()
        .ifPresent(field::addAnnotation);
    if (context.flow().broken()) {
      return field.initializer("null").build();
    }
    CodeBlock settings = settings(node);
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

  private static CodeBlock settings(Node node) {
    Node.Settings settings = node.settings();
    Optional<String> title =
        Optional.of(node.title()).filter(other -> !other.equals(node.ref().name()));
    CodeBlock.Builder code = settings(title, settings.timeout()).toBuilder();
    if (node.ref().kind() == NodeKind.WORKFLOW
        && settings.maxParallelism() != DEFAULT_MAX_PARALLELISM) {
      code.add(".maxParallelism($L)", settings.maxParallelism());
    }
    if (node.ref().kind() == NodeKind.MAP_TASK && settings.concurrency() != 0) {
      code.add(".concurrency($L)", settings.concurrency());
    }
    return code.build();
  }

  /** The calls that derive a definition with another name or time limit. */
  static CodeBlock settings(Optional<String> title, Optional<Duration> timeout) {
    CodeBlock.Builder code = CodeBlock.builder();
    title.ifPresent(name -> code.add(".named($S)", name));
    timeout.ifPresent(limit -> code.add(".timeout($L)", number(limit.toMillis())));
    return code.build();
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

  /** Digits in groups of three. */
  private static String number(long value) {
    StringBuilder digits = new StringBuilder(Long.toString(value));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, '_');
    }
    return value > Integer.MAX_VALUE ? digits + "L" : digits.toString();
  }
}
