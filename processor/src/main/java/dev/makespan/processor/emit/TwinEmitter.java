package dev.makespan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.makespan.processor.emit.Arguments.Argument;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Emits the asynchronous twin of an annotated method. */
final class TwinEmitter {
  private static final ClassName FUTURE = ClassName.get(CompletableFuture.class);
  private static final ClassName LIST = ClassName.get(List.class);

  private final FlowContext context;
  private final FlowFields fields;

  TwinEmitter(FlowContext context, FlowFields fields) {
    this.context = context;
    this.fields = fields;
  }

  MethodSpec emit(Node node) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(node.ref().name()).addModifiers(FlowContext.modifiers(node));
    Names names =
        new Names().reserve(context.constantRoot(node.ref(), 0)).reserve("Body").reserve(Api.ROOT);
    List<String> parameters = signature(node, method, names, List.of());
    method.returns(result(node));
    if (context.flow().broken()) {
      return method.addStatement(Broken.statement(context)).build();
    }
    boolean map = node.ref().kind() == NodeKind.MAP_TASK;
    List<Argument> in = new ArrayList<>();
    if (node.ref().isInstance()) {
      in.add(new Argument(fields.self(names), false));
    }
    for (int i = 0; i < parameters.size(); i++) {
      boolean element = map && i == 0;
      boolean array =
          node.ref().method().getParameters().get(i).asType().getKind() == TypeKind.ARRAY;
      CodeBlock code =
          element ? CodeBlock.of("$T.ELEMENT", Api.BODY) : CodeBlock.of("$L", parameters.get(i));
      in.add(new Argument(code, !element && array));
    }
    CodeBlock constant = context.constant(node.ref(), 0);
    String async = node.ref().isAsynchronous() ? "Async" : "";
    CodeBlock call = map
        ? CodeBlock.of(
            "map$L($L, $L$L)", async, constant, parameters.get(0), Arguments.trailing(in))
        : CodeBlock.of(
            "$L$L($L$L)", isRun(node) ? "run" : "call", async, constant, Arguments.trailing(in));
    return method.addStatement("return $L.$L", fields.caller(names), call).build();
  }

  /**
   * Adds what both twins have alike, for a method that throws these types; returns the names of the
   * parameters.
   */
  List<String> signature(
      Node node, MethodSpec.Builder method, Names names, List<? extends TypeMirror> thrown) {
    if (!node.summary().isEmpty()) {
      method.addJavadoc("$L", node.summary());
    }
    Lint lint = new Lint().names(node.ref().method().getReturnType()).names(thrown);
    for (AnnotationMirror annotation : node.ref().method().getAnnotationMirrors()) {
      if (((TypeElement) annotation.getAnnotationType().asElement())
          .getQualifiedName()
          .contentEquals("java.lang.Deprecated")) {
        method.addAnnotation(AnnotationSpec.get(annotation));
      }
    }
    List<String> result = new ArrayList<>();
    for (VariableElement parameter : node.ref().method().getParameters()) {
      TypeMirror type = parameter.asType();
      lint.names(type);
      boolean element = node.ref().kind() == NodeKind.MAP_TASK && result.isEmpty();
      String own = parameter.getSimpleName().toString();
      String name = names.fresh(element ? plural(node, own) : own);
      method.addParameter(
          element
              ? ParameterizedTypeName.get(LIST, context.types().boxedName(type))
              : context.types().name(type),
          name);
      result.add(name);
    }
    boolean onlyElements = node.ref().kind() == NodeKind.MAP_TASK && result.size() == 1;
    method.varargs(node.ref().method().isVarArgs() && !onlyElements);
    lint.suppression().ifPresent(method::addAnnotation);
    return result;
  }

  private static String plural(Node node, String name) {
    String plural = Names.plural(name);
    boolean taken = node.ref().method().getParameters().stream()
        .anyMatch(parameter -> parameter.getSimpleName().contentEquals(plural));
    return taken ? name : plural;
  }

  private TypeName result(Node node) {
    TypeMirror returned = node.ref().method().getReturnType();
    TypeName value = context
        .types()
        .boxedName(node.ref().isAsynchronous() ? context.types().completed(returned) : returned);
    return switch (node.ref().kind()) {
      case WORKFLOW, DYNAMIC -> ParameterizedTypeName.get(Api.RUN, value);
      case TASK -> ParameterizedTypeName.get(FUTURE, value);
      case MAP_TASK -> ParameterizedTypeName.get(FUTURE, ParameterizedTypeName.get(LIST, value));
    };
  }

  private static boolean isRun(Node node) {
    return node.ref().kind() == NodeKind.WORKFLOW || node.ref().kind() == NodeKind.DYNAMIC;
  }
}
