package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Emits how a flow comes to be: its fields, constructors and {@code current()}. */
final class ConstructorEmitter {
  private final FlowContext context;
  private final FlowFields fields;
  private final boolean instance;

  ConstructorEmitter(FlowContext context, FlowFields fields) {
    this.context = context;
    this.fields = fields;
    this.instance = context.flow().hasInstanceNodes();
  }

  void emit(TypeSpec.Builder type) {
    if (!context.flow().broken()) {
      type.addField(FieldSpec.builder(Api.CALLER, fields.caller(), Modifier.PRIVATE, Modifier.FINAL)
          .build());
      if (instance) {
        FieldSpec.Builder self =
            FieldSpec.builder(context.ownerName(), fields.self(), Modifier.PRIVATE, Modifier.FINAL);
        lint().suppression().ifPresent(self::addAnnotation);
        type.addField(self.build());
      }
    }
    String self = instance ? fields.self() + ", " : "";
    type.addMethod(finished(
        constructor(context.modifiers())
            .addJavadoc("A flow whose every call starts a run on the shared runner."),
        CodeBlock.of("this($L$T.shared())", self, Api.CALLER)));
    type.addMethod(finished(
        constructor(context.modifiers())
            .addJavadoc("A flow whose every call starts a run on this runner.")
            .addParameter(Api.RUNNER, "runner"),
        CodeBlock.of("this($L$T.on(runner))", self, Api.CALLER)));
    if (!context.flow().broken()) {
      type.addMethod(assigning());
    }
    MethodSpec.Builder current = MethodSpec.methodBuilder("current")
        .addModifiers(context.modifiers(Modifier.STATIC))
        .returns(context.flowName())
        .addJavadoc(
            "The flow for a dynamic's body: its calls join the run; in a plain call they run at once.");
    receiver(current);
    type.addMethod(finished(
        current,
        CodeBlock.of("return new $T($L$T.current())", context.flowName(), self, Api.CALLER)));
  }

  private MethodSpec assigning() {
    MethodSpec.Builder method = constructor(Modifier.PRIVATE)
        .addParameter(Api.CALLER, fields.caller())
        .addStatement("this.$1L = $1L", fields.caller());
    if (instance) {
      method.addStatement(
          "this.$1L = $2T.requireNonNull($1L)", fields.self(), ClassName.get(Objects.class));
    }
    return method.build();
  }

  private MethodSpec.Builder constructor(Modifier... modifiers) {
    MethodSpec.Builder method = MethodSpec.constructorBuilder().addModifiers(modifiers);
    receiver(method);
    return method;
  }

  private void receiver(MethodSpec.Builder method) {
    if (instance) {
      method.addParameter(context.ownerName(), fields.self());
      lint().suppression().ifPresent(method::addAnnotation);
    }
  }

  private Lint lint() {
    return new Lint().names(context.flow().element());
  }

  private MethodSpec finished(MethodSpec.Builder method, CodeBlock statement) {
    return method
        .addStatement(context.flow().broken() ? Broken.statement(context) : statement)
        .build();
  }
}
