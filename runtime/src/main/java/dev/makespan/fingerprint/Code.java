package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The instructions of a method, and what catches. */
record Code(List<Instruction> instructions, List<Handler> handlers) {
  /**
   * A handler; its places are indices of instructions.
   *
   * @param end the first instruction that isn't covered
   * @param type the exception's class; empty for any
   */
  record Handler(int start, int end, int target, String type) {}

  int size() {
    return instructions.size();
  }

  /** Those from one place up to another. */
  Code part(int from, int to) {
    BitSet kept = new BitSet();
    kept.set(from, to);
    return only(kept);
  }

  /** The same without some instructions, which nothing jumps to. */
  Code only(BitSet kept) {
    int[] moved = new int[size() + 1];
    for (int i = 0; i < size(); i++) {
      moved[i + 1] = moved[i] + (kept.get(i) ? 1 : 0);
    }
    List<Instruction> left = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (kept.get(i)) {
        left.add(moved(instructions.get(i), moved));
      }
    }
    List<Handler> covering = new ArrayList<>();
    for (Handler each : handlers) {
      if (moved[each.start()] < moved[each.end()]) {
        covering.add(
            new Handler(moved[each.start()], moved[each.end()], moved[each.target()], each.type()));
      }
    }
    return new Code(left, covering);
  }

  private static Instruction moved(Instruction instruction, int[] moved) {
    if (instruction instanceof Instruction.Jump jump) {
      return new Instruction.Jump(jump.opcode(), moved[jump.target()]);
    }
    if (instruction instanceof Instruction.Switch choice) {
      SortedMap<String, Integer> targets = new TreeMap<>();
      choice.targets().forEach((key, target) -> targets.put(key, moved[target]));
      return new Instruction.Switch(choice.opcode(), targets, moved[choice.otherwise()]);
    }
    return instruction;
  }
}
