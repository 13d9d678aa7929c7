package dev.makespan.processor.reference;

import java.util.Objects;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The conversion of an argument to the type of a parameter: unboxing, widening, boxing. */
final class Conversion {
  private Conversion() {}

  static @Nullable Object to(TypeMirror type, @Nullable Object value) {
    if (!type.getKind().isPrimitive()) {
      return value;
    }
    Object given = Objects.requireNonNull(value);
    Number number =
        given instanceof Character c ? (Number) (int) c : given instanceof Number n ? n : 0;
    return switch (type.getKind()) {
      case SHORT -> number.shortValue();
      case INT -> number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      default -> given;
    };
  }
}
