package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * The types that a type is written with: itself, its arguments, bounds and components. Arrays and
 * wildcards stand for what they hold.
 */
final class TypeParts {
  private TypeParts() {}

  static List<TypeMirror> of(TypeMirror type) {
    List<TypeMirror> parts = new ArrayList<>();
    collect(type, parts);
    return parts;
  }

  private static void collect(TypeMirror type, List<TypeMirror> parts) {
    if (type instanceof ArrayType array) {
      collect(array.getComponentType(), parts);
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        collect(wildcard.getExtendsBound(), parts);
      }
      if (wildcard.getSuperBound() != null) {
        collect(wildcard.getSuperBound(), parts);
      }
    } else {
      parts.add(type);
      if (type.getKind() == TypeKind.DECLARED) {
        ((DeclaredType) type).getTypeArguments().forEach(argument -> collect(argument, parts));
      }
    }
  }

  static boolean hasError(TypeMirror type) {
    return of(type).stream().anyMatch(part -> part.getKind() == TypeKind.ERROR);
  }

  /** The first class in it that a class in the same package can't name. */
  static Optional<TypeElement> unreachable(
      TypeMirror type, TypeElement from, Compilation compilation) {
    return of(type).stream()
        .filter(part -> part.getKind() == TypeKind.DECLARED)
        .map(part -> (TypeElement) ((DeclaredType) part).asElement())
        .filter(element -> !compilation.reachable(element, from))
        .findFirst();
  }
}
