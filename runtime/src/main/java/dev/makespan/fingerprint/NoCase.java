package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a switch throws when an enum has got a constant that no case fits: since Java 21 a
 * {@code MatchException}, before that an {@code IncompatibleClassChangeError}.
 */
final class NoCase {
  private static final String NEW = "java/lang/MatchException";
  private static final String OLD = "java/lang/IncompatibleClassChangeError";

  private NoCase() {}

  /** The same code in the older form. */
  static Code older(Code code) {
    for (Instruction each : code.instructions()) {
      if (each instanceof Instruction.TypeUse use && use.type().equals(NEW)) {
        return replaced(code);
      }
    }
    return code;
  }

  private static Code replaced(Code code) {
    List<Instruction> all = new ArrayList<>(code.instructions());
    BitSet kept = new BitSet();
    kept.set(0, all.size());
    for (int i = 0; i + 4 < all.size(); i++) {
      if (all.get(i) instanceof Instruction.TypeUse use
          && use.opcode() == Opcode.NEW
          && use.type().equals(NEW)
          && all.get(i + 2).opcode() == Opcode.ACONST_NULL
          && all.get(i + 3).opcode() == Opcode.ACONST_NULL
          && all.get(i + 4) instanceof Instruction.Invoke invoke) {
        all.set(i, new Instruction.TypeUse(use.opcode(), OLD, use.dimensions()));
        kept.clear(i + 2, i + 4);
        all.set(
            i + 4,
            new Instruction.Invoke(
                invoke.opcode(), new Constant.Member(OLD, invoke.method().name(), "()V")));
      }
    }
    return kept.cardinality() == all.size() ? code : new Code(all, code.handlers()).only(kept);
  }
}
