package dev.makespan.fingerprint;

import java.util.HashSet;
import java.util.Set;

/**
 * The locals of a piece of code.
 *
 * @param readBefore those that it reads and hasn't written above
 * @param written those that it writes
 * @param isStraight whether it does so in any case: it has no jumps
 */
record LocalUse(Set<Integer> readBefore, Set<Integer> written, boolean isStraight) {
  static LocalUse of(Code code) {
    boolean isStraight = code.handlers().isEmpty();
    for (Instruction each : code.instructions()) {
      isStraight &= !(each instanceof Instruction.Jump) && !(each instanceof Instruction.Switch);
    }
    LocalUse use = new LocalUse(new HashSet<>(), new HashSet<>(), isStraight);
    use.noteAll(code);
    return use;
  }

  private void noteAll(Code code) {
    for (Instruction each : code.instructions()) {
      if (each instanceof Instruction.Local local) {
        note(local.slot(), !local.isStore(), local.isStore());
      } else if (each instanceof Instruction.Increment increment) {
        note(increment.slot(), true, true);
      }
    }
  }

  private void note(int slot, boolean read, boolean write) {
    if (read && !written.contains(slot)) {
      readBefore.add(slot);
    }
    if (write) {
      written.add(slot);
    }
  }
}
