package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of literals. */
final class Literals {
  private Literals() {}

  /**
   * The literal with a cast where a {@code return} of it would convert it to the primitive type in
   * the box.
   */
  static CodeBlock typed(String source, TypeMirror boxed, JavaTypes types) {
    return types
        .unboxed(boxed)
        .filter(target -> !source.equals("null") && target.getKind() != kind(source))
        .map(target -> CodeBlock.of("($T) $L", types.name(target), source))
        .orElseGet(() -> CodeBlock.of("$L", source));
  }

  /** The kind of the literal's own type; {@code DECLARED} for a text and for null. */
  static TypeKind kind(String source) {
    if (source.startsWith("\"") || source.equals("null")) {
      return TypeKind.DECLARED;
    }
    if (source.startsWith("'")) {
      return TypeKind.CHAR;
    }
    if (source.equals("true") || source.equals("false")) {
      return TypeKind.BOOLEAN;
    }
    String digits = source.toLowerCase(Locale.ROOT);
    boolean hex = digits.contains("0x");
    if (digits.endsWith("l")) {
      return TypeKind.LONG;
    }
    boolean real = hex ? digits.contains("p") : digits.matches(".*[.efd].*");
    if (!real) {
      return TypeKind.INT;
    }
    return digits.endsWith("f") ? TypeKind.FLOAT : TypeKind.DOUBLE;
  }
}
