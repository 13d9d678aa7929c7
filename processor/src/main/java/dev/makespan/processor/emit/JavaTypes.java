package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about the user's types, and their names in generated code. */
final class JavaTypes {
  private final Elements elements;
  private final Types types;

  JavaTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * The type's name; {@code Object} for a type that the compiler doesn't know, since it says so
   * itself in the user's source.
   */
  TypeName name(TypeMirror type) {
    return isKnown(type) ? TypeName.get(type) : ClassName.OBJECT;
  }

  /** The boxed type's name; {@code Void} for void. */
  TypeName boxedName(TypeMirror type) {
    return name(boxed(type));
  }

  TypeMirror boxed(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return element("java.lang.Void").asType();
    }
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }

  /** The type itself if it is primitive, or the primitive type of a box. */
  Optional<TypeMirror> unboxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(type);
    }
    try {
      return Optional.of(types.unboxedType(type));
    } catch (IllegalArgumentException notABox) {
      return Optional.empty();
    }
  }

  /** What a stage completes with. */
  TypeMirror completed(TypeMirror stage) {
    TypeMirror value = ((DeclaredType) stage)
        .getTypeArguments().stream().findFirst().map(TypeMirror.class::cast).orElse(null);
    if (value instanceof WildcardType wildcard) {
      value = wildcard.getExtendsBound();
    }
    return value == null ? element("java.lang.Object").asType() : value;
  }

  TypeMirror listOf(TypeMirror element) {
    return types.getDeclaredType(element("java.util.List"), boxed(element));
  }

  TypeMirror optionalOf(TypeMirror element) {
    return types.getDeclaredType(element("java.util.Optional"), boxed(element));
  }

  boolean isObject(TypeMirror type) {
    return types.isSameType(type, element("java.lang.Object").asType());
  }

  boolean isSubtype(TypeMirror type, TypeMirror supertype) {
    return types.isSubtype(type, supertype);
  }

  boolean isSame(TypeMirror type, TypeMirror other) {
    return types.isSameType(type, other);
  }

  /**
   * Whether a value becomes one of the other type by boxing, unboxing and widening alone: nothing
   * is narrowed, as a constant may be, and nothing unchecked.
   */
  boolean isWidened(TypeMirror type, TypeMirror to) {
    return to.getKind().isPrimitive()
        ? unboxed(type).filter(primitive -> isSubtype(primitive, to)).isPresent()
        : isSubtype(boxed(type), to);
  }

  boolean isAssignable(TypeMirror type, TypeMirror target) {
    return types.isAssignable(type, target);
  }

  /** Whether a cast to the type is checked in full at run time. */
  boolean isReifiable(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isReifiable(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return type.getKind().isPrimitive();
    }
    boolean wild = declared.getTypeArguments().stream()
        .allMatch(argument -> argument instanceof WildcardType w
            && w.getExtendsBound() == null
            && w.getSuperBound() == null);
    return wild
        && (declared.getEnclosingType().getKind() == TypeKind.NONE
            || isReifiable(declared.getEnclosingType()));
  }

  private static boolean isKnown(@Nullable TypeMirror type) {
    if (type == null) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isKnown(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return isKnown(wildcard.getExtendsBound()) && isKnown(wildcard.getSuperBound());
    }
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    List<? extends TypeMirror> arguments =
        type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return arguments.stream().allMatch(JavaTypes::isKnown);
  }

  private TypeElement element(String name) {
    return elements.getTypeElement(name);
  }
}
