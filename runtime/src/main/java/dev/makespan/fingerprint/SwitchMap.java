package dev.makespan.fingerprint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The array by which javac turns an enum's constants into the numbers that a {@code switch} has. It
 * stands in a class that all of a class's switches share, so the numbers follow from all of them.
 */
final class SwitchMap {
  private static final String PREFIX = "$SwitchMap$";

  private SwitchMap() {}

  static boolean isOne(Constant.Member field) {
    return field.name().startsWith(PREFIX);
  }

  /** The names of the constants by number. */
  static Map<Integer, String> names(ClassFile type, String field) {
    Map<Integer, String> names = new HashMap<>();
    Optional<Code> code = type.method(ClassFile.Method.STATIC_INITIALIZER, "()V")
        .flatMap(ClassFile.Method::code)
        .map(CodeReader::read);
    if (code.isEmpty()) {
      return names;
    }
    String array = "";
    String constant = "";
    OptionalInt number = OptionalInt.empty();
    for (Instruction each : code.get().instructions()) {
      if (each instanceof Instruction.Access access && access.opcode() == Opcode.GETSTATIC) {
        if (isOne(access.field())) {
          array = access.field().name();
        } else {
          constant = access.field().name();
        }
      } else if (each.pushedInt().isPresent()) {
        number = each.pushedInt();
      } else if (each.opcode() == Opcode.IASTORE && array.equals(field) && number.isPresent()) {
        names.put(number.getAsInt(), constant);
      }
    }
    return names;
  }
}
