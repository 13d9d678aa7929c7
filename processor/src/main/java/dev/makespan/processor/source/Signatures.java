package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * Whether a signature can stand in the generated class, which then exists also when something
   * else is wrong.
   */
  static boolean isNameable(NodeRef ref, Compilation compilation) {
    List<TypeMirror> types = types(ref);
    boolean variables = types.stream()
        .flatMap(each -> TypeParts.of(each).stream())
        .anyMatch(part -> part.getKind() == TypeKind.TYPEVAR);
    boolean hidden = types.stream()
        .anyMatch(each -> TypeParts.unreachable(each, ref.owner(), compilation).isPresent());
    return ref.method().getTypeParameters().isEmpty() && !variables && !hidden;
  }

  /** Whether it names a type that doesn't exist, or not yet. */
  static boolean hasUnknownTypes(NodeRef ref) {
    return types(ref).stream().anyMatch(TypeParts::hasError);
  }

  private static List<TypeMirror> types(NodeRef ref) {
    List<TypeMirror> types = new ArrayList<>(
        ref.method().getParameters().stream().map(VariableElement::asType).toList());
    types.add(ref.method().getReturnType());
    return types;
  }
}
