package dev.makespan.processor.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** The language's conversions between types, as far as the readers need them. */
final class TypeFacts {
  private final Compilation compilation;
  private final Types types;

  TypeFacts(Compilation compilation) {
    this.compilation = compilation;
    this.types = compilation.types();
  }

  /** The type of an operator over two primitives. */
  TypeMirror wider(TypeMirror one, TypeMirror other) {
    for (TypeKind kind :
        new TypeKind[] {TypeKind.BOOLEAN, TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
      if (one.getKind() == kind || other.getKind() == kind) {
        return types.getPrimitiveType(kind);
      }
    }
    return types.getPrimitiveType(TypeKind.INT);
  }

  Optional<TypeMirror> unboxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(type);
    }
    try {
      return Optional.of(types.unboxedType(type));
    } catch (IllegalArgumentException noBox) {
      return Optional.empty();
    }
  }

  TypeMirror boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive ? types.boxedClass(primitive).asType() : type;
  }

  boolean isString(TypeMirror type) {
    return types.isSameType(type, string());
  }

  TypeMirror string() {
    return compilation.elements().getTypeElement("java.lang.String").asType();
  }

  /** A type as users write it, with simple names. */
  static String spelled(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return spelled(array.getComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null
          ? "? extends " + spelled(wildcard.getExtendsBound())
          : wildcard.getSuperBound() != null ? "? super " + spelled(wildcard.getSuperBound()) : "?";
    }
    if (!(type instanceof DeclaredType declared)) {
      return type.toString();
    }
    String arguments = declared.getTypeArguments().stream()
        .map(TypeFacts::spelled)
        .collect(Collectors.joining(", "));
    return declared.asElement().getSimpleName()
        + (arguments.isEmpty() ? "" : "<" + arguments + ">");
  }

  Optional<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** The element type of a collection; the bound of a wildcard, and Object of a raw one. */
  Optional<TypeMirror> elementOf(TypeMirror type) {
    TypeElement collection = compilation.elements().getTypeElement("java.lang.Iterable");
    return supertype(type, collection).map(found -> {
      TypeMirror object =
          compilation.elements().getTypeElement("java.lang.Object").asType();
      return found.getTypeArguments().isEmpty()
          ? object
          : upper(found.getTypeArguments().get(0)).orElse(object);
    });
  }

  /**
   * The type arguments of a type as one of a class above it; empty if it isn't one, or if one of
   * them is none that could be written.
   */
  Optional<List<TypeMirror>> arguments(TypeMirror type, String above) {
    return supertype(type, compilation.elements().getTypeElement(above))
        .<List<TypeMirror>>map(found -> List.copyOf(found.getTypeArguments()))
        .filter(all -> !all.isEmpty()
            && all.stream().allMatch(each -> !(each instanceof WildcardType) && isClosed(each)));
  }

  /** Whether a type is below a class, whatever its arguments. */
  boolean isA(TypeMirror type, String above) {
    return supertype(type, compilation.elements().getTypeElement(above)).isPresent();
  }

  /** The only type argument of a type; the bound of a wildcard. */
  Optional<TypeMirror> argumentOf(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? upper(declared.getTypeArguments().get(0))
        : Optional.empty();
  }

  private Optional<DeclaredType> supertype(TypeMirror type, TypeElement wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return Optional.of(declared);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    return types.directSupertypes(type).stream()
        .map(each -> supertype(each, wanted))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A type as a local could be declared with it: the upper bound of a wildcard or a capture. */
  Optional<TypeMirror> upper(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? Optional.of(
              compilation.elements().getTypeElement("java.lang.Object").asType())
          : Optional.of(wildcard.getExtendsBound());
    }
    if (type instanceof TypeVariable variable) {
      return Optional.of(variable.getUpperBound()).filter(this::isClosed);
    }
    return Optional.of(type);
  }

  /** Whether a type names no type variable and no type that doesn't exist. */
  boolean isClosed(TypeMirror type) {
    return TypeParts.of(type).stream()
        .allMatch(part -> part.getKind().isPrimitive() || part.getKind() == TypeKind.DECLARED);
  }
}
