package dev.makespan.fingerprint;

import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * An instruction of a method. Forms that mean the same are one: the short and the wide ones, the
 * two switches. Targets are indices of instructions.
 */
sealed interface Instruction {
  int opcode();

  /** One without operands. */
  record Plain(int opcode) implements Instruction {}

  /** A number pushed, or the type of an array of primitives. */
  record Immediate(int opcode, int value) implements Instruction {}

  /** A local read or stored. */
  record Local(int opcode, int slot) implements Instruction {
    boolean isStore() {
      return opcode >= Opcode.ISTORE;
    }
  }

  /** A number added to a local. */
  record Increment(int opcode, int slot, int by) implements Instruction {}

  /** A constant pushed. */
  record Load(int opcode, Constant constant) implements Instruction {}

  /** A field read or written. */
  record Access(int opcode, Constant.Member field) implements Instruction {}

  /** A method called. */
  record Invoke(int opcode, Constant.Member method) implements Instruction {}

  /** A call site that a bootstrap method makes. */
  record InvokeDynamic(int opcode, Constant.Dynamic site) implements Instruction {}

  /** An instance or array made, a cast, a test. */
  record TypeUse(int opcode, String type, int dimensions) implements Instruction {}

  /** A jump. */
  record Jump(int opcode, int target) implements Instruction {}

  /**
   * A switch.
   *
   * @param targets those that aren't the default's, by number or name of the case
   */
  record Switch(int opcode, SortedMap<String, Integer> targets, int otherwise)
      implements Instruction {}

  /** The int that it pushes, if it does nothing else. */
  default OptionalInt pushedInt() {
    if (this instanceof Plain plain
        && plain.opcode() >= Opcode.ICONST_M1
        && plain.opcode() <= Opcode.ICONST_5) {
      return OptionalInt.of(plain.opcode() - Opcode.ICONST_0);
    }
    if (this instanceof Immediate immediate && immediate.opcode() != Opcode.NEWARRAY) {
      return OptionalInt.of(immediate.value());
    }
    if (this instanceof Load load
        && load.constant() instanceof Constant.Numeral number
        && number.text().startsWith("int ")) {
      return OptionalInt.of(Integer.parseInt(number.text().substring(4)));
    }
    return OptionalInt.empty();
  }
}
