package dev.makespan.fingerprint;

import java.util.BitSet;
import java.util.List;

/**
 * The instance around an inner class's. A constructor keeps it in a field; newer compilers do so
 * only where it is used, and look whether it is null.
 */
final class OuterInstance {
  private static final String PREFIX = "this$";

  private OuterInstance() {}

  /** A constructor without that. */
  static Code without(Code code, ClassFile owner) {
    List<Instruction> all = code.instructions();
    BitSet kept = new BitSet();
    kept.set(0, all.size());
    for (int i = 0; i < all.size(); i++) {
      if (isOuter(all, i)) {
        int end = isChecked(all, i) ? i + 4 : i + 1;
        kept.clear(i + 1, end);
        if (end < all.size() && all.get(end).opcode() == Opcode.POP) {
          kept.clear(i, end + 1);
        } else if (i > 0 && end < all.size() && isKept(all.get(end), owner.name())) {
          kept.clear(i - 1, end + 1);
        }
      }
    }
    return kept.cardinality() == all.size() ? code : code.only(kept);
  }

  /** Whether the first argument is loaded, which in an inner class is the outer instance. */
  private static boolean isOuter(List<Instruction> all, int i) {
    return all.get(i) instanceof Instruction.Local local
        && local.opcode() == Opcode.ALOAD
        && local.slot() == 1;
  }

  private static boolean isChecked(List<Instruction> all, int i) {
    return i + 3 < all.size()
        && all.get(i + 1).opcode() == Opcode.DUP
        && all.get(i + 2) instanceof Instruction.Invoke invoke
        && invoke.method().owner().equals("java/util/Objects")
        && invoke.method().name().equals("requireNonNull")
        && all.get(i + 3).opcode() == Opcode.POP;
  }

  private static boolean isKept(Instruction instruction, String owner) {
    return instruction instanceof Instruction.Access access
        && access.opcode() == Opcode.PUTFIELD
        && access.field().owner().equals(owner)
        && access.field().name().startsWith(PREFIX);
  }
}
