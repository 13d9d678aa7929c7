package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the signatures of annotated methods tell of them. */
final class Signatures {
  private Signatures() {}

  /** The annotated methods of a class, in source order. */
  static List<NodeRef> nodes(TypeElement type) {
    return type.getEnclosedElements().stream()
        .map(Markers::declared)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Whether a signature can stand in the generated class, without an error or a warning of the
   * compiler; it then exists also when something else is wrong.
   */
  static boolean isNameable(NodeRef ref, Compilation compilation) {
    List<TypeMirror> types = types(ref);
    if (ref.isInstance()) {
      // The flow is made with the instance.
      types.add(compilation.types().erasure(ref.owner().asType()));
    }
    boolean variables = types.stream()
        .flatMap(each -> TypeParts.of(each).stream())
        .anyMatch(part -> part.getKind() == TypeKind.TYPEVAR);
    boolean hidden = types.stream()
        .anyMatch(each -> TypeParts.unreachable(each, ref.owner(), compilation).isPresent());
    boolean thrown = ref.method().getThrownTypes().stream()
        .allMatch(each -> !TypeParts.hasError(each) && compilation.isThrowable(each));
    return ref.method().getTypeParameters().isEmpty()
        && !variables
        && !hidden
        && thrown
        && isNamed(ref.method())
        && DeclarationChecks.varargs(ref, compilation.types()).isEmpty();
  }

  /** Whether its names and the types of its parameters are such that the compiler takes them. */
  private static boolean isNamed(ExecutableElement method) {
    return isName(method)
        && method.getParameters().stream()
            .allMatch(each -> isName(each) && each.asType().getKind() != TypeKind.VOID);
  }

  private static boolean isName(Element element) {
    return SourceVersion.isName(element.getSimpleName());
  }

  /** Whether it names a type that doesn't exist, or not yet. */
  static boolean hasUnknownTypes(NodeRef ref) {
    return types(ref).stream().anyMatch(TypeParts::hasError)
        || ref.method().getThrownTypes().stream().anyMatch(TypeParts::hasError);
  }

  private static List<TypeMirror> types(NodeRef ref) {
    List<TypeMirror> types = new ArrayList<>(
        ref.method().getParameters().stream().map(VariableElement::asType).toList());
    types.add(ref.method().getReturnType());
    return types;
  }
}
