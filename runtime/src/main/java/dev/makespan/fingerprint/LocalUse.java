package dev.makespan.fingerprint;

import java.util.HashSet;
import java.util.Set;

/**
 * The locals of a piece of code.
 *
 * @param readBefore those that it reads and hasn't written above
 * @param written those that it writes
 */
record LocalUse(Set<Integer> readBefore, Set<Integer> written) {
  LocalUse(Code code) {
    this(new HashSet<>(), new HashSet<>());
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
