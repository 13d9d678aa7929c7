package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The initialisers of instance fields, which stand in the constructors: what sets one field to a
 * value that no argument decides.
 */
final class FieldInitializers {
  private static final Set<Integer> THIS = Set.of(0);

  private FieldInitializers() {}

  /** Those of one field, constructor by constructor. */
  static List<Code> of(ClassFile type, String field) {
    List<Code> found = new ArrayList<>();
    for (ClassFile.Method method : type.methods().values()) {
      if (method.name().equals(ClassFile.Method.CONSTRUCTOR) && method.code() != null) {
        for (Code each : Segments.of(method.code().read())) {
          if (sets(each, type.name(), field)) {
            found.add(each);
          }
        }
      }
    }
    return found;
  }

  private static boolean sets(Code code, String owner, String field) {
    return code.instructions().get(code.size() - 1) instanceof Instruction.Access access
        && access.opcode() == Opcode.PUTFIELD
        && access.field().owner().equals(owner)
        && access.field().name().equals(field)
        && THIS.containsAll(LocalUse.of(code).readBefore());
  }
}
