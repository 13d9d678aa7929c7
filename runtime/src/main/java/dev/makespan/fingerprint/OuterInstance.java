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
    for (int i = 0; i + 2 < all.size(); i++) {
      if (keeps(all, i, owner.name())) {
        kept.clear(i, i + 3);
      }
    }
    return kept.cardinality() == all.size() ? code : code.only(kept);
  }

  private static boolean keeps(List<Instruction> all, int i, String owner) {
    return isLoad(all.get(i), 0)
        && isLoad(all.get(i + 1), 1)
        && all.get(i + 2) instanceof Instruction.Access access
        && access.opcode() == Opcode.PUTFIELD
        && access.field().owner().equals(owner)
        && access.field().name().startsWith(PREFIX);
  }

  private static boolean isLoad(Instruction instruction, int slot) {
    return instruction instanceof Instruction.Local local
        && local.opcode() == Opcode.ALOAD
        && local.slot() == slot;
  }
}
