package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits code where a statement of its outermost block ends: nothing is on the stack, and neither a
 * jump nor what a handler covers leads across.
 */
final class Segments {
  private static final int UNKNOWN = -1;

  private final Code code;
  private final int[] heights;

  /** Which places something leads across. */
  private final boolean[] bridged;

  private Segments(Code code) {
    this.code = code;
    this.heights = new int[code.size() + 1];
    this.bridged = new boolean[code.size() + 1];
  }

  /** The segments, each with its own places. */
  static List<Code> of(Code code) {
    Segments all = new Segments(code);
    all.measure();
    all.bridge();
    List<Code> segments = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= code.size(); i++) {
      if (i == code.size() || (all.heights[i] == 0 && !all.bridged[i])) {
        segments.add(code.part(start, i));
        start = i;
      }
    }
    return segments;
  }

  /** The height of the stack before each instruction, and after the last. */
  static int[] heights(Code code) {
    Segments all = new Segments(code);
    all.measure();
    return all.heights;
  }

  private void measure() {
    Arrays.fill(heights, UNKNOWN);
    for (Code.Handler each : code.handlers()) {
      heights[each.target()] = 1;
    }
    int height = 0;
    for (int i = 0; i < code.size(); i++) {
      // A place that only an earlier jump leads to has the height of that jump.
      height = heights[i] == UNKNOWN ? height : heights[i];
      heights[i] = height;
      Instruction instruction = code.instructions().get(i);
      height += Opcode.change(instruction);
      if (instruction instanceof Instruction.Jump jump) {
        arrive(jump.target(), height);
      } else if (instruction instanceof Instruction.Switch choice) {
        arrive(choice.otherwise(), height);
        for (int target : choice.targets().values()) {
          arrive(target, height);
        }
      }
      if (Opcode.isEnd(instruction.opcode())) {
        height = 0;
      }
    }
  }

  private void arrive(int target, int height) {
    if (heights[target] == UNKNOWN) {
      heights[target] = height;
    }
  }

  private void bridge() {
    for (int i = 0; i < code.size(); i++) {
      Instruction instruction = code.instructions().get(i);
      if (instruction instanceof Instruction.Jump jump) {
        cover(i, jump.target());
      } else if (instruction instanceof Instruction.Switch choice) {
        cover(i, choice.otherwise());
        for (int target : choice.targets().values()) {
          cover(i, target);
        }
      }
    }
    for (Code.Handler each : code.handlers()) {
      Arrays.fill(bridged, each.start() + 1, each.target() + 1, true);
    }
  }

  /** A jump may lead to the beginning of a segment, but from inside another one no further. */
  private void cover(int from, int to) {
    if (from < to) {
      Arrays.fill(bridged, from + 1, to, true);
    } else {
      Arrays.fill(bridged, to + 1, from + 1, true);
    }
  }
}
