package dev.makespan.fingerprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives the cases of switches over enums the names of the constants.
 *
 * <p>In class files they are numbers: the ordinals, in newer compilers where the enum is near; else
 * what an array makes of them, which stands in a class that all of a file's switches share, so that
 * the numbers follow from all of them.
 */
final class EnumSwitches {
  private static final String MAP = "$SwitchMap$";

  private final ClassFiles classes;

  EnumSwitches(ClassFiles classes) {
    this.classes = classes;
  }

  /** The same code with names, and without the arrays. */
  Code named(Code code) {
    return hasSwitch(code) ? renamed(code) : code;
  }

  private static boolean hasSwitch(Code code) {
    for (Instruction each : code.instructions()) {
      if (each instanceof Instruction.Switch) {
        return true;
      }
    }
    return false;
  }

  private Code renamed(Code code) {
    List<Instruction> all = new ArrayList<>(code.instructions());
    BitSet kept = new BitSet();
    kept.set(0, all.size());
    Deque<Integer> maps = new ArrayDeque<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Instruction.Access access && isMap(access)) {
        maps.push(i);
      } else if (i > 0 && all.get(i) instanceof Instruction.Switch choice) {
        Instruction before = all.get(i - 1);
        if (before.opcode() == Opcode.IALOAD && !maps.isEmpty()) {
          int map = maps.pop();
          all.set(i, named(choice, constants(((Instruction.Access) all.get(map)).field())));
          kept.clear(map);
          kept.clear(i - 1);
        } else if (before instanceof Instruction.Invoke invoke && isOrdinal(invoke)) {
          all.set(i, named(choice, ordinals(invoke.method().owner())));
        }
      }
    }
    Code named = new Code(all, code.handlers());
    return kept.cardinality() == all.size() ? named : named.only(kept);
  }

  private static boolean isMap(Instruction.Access access) {
    return access.opcode() == Opcode.GETSTATIC && access.field().name().startsWith(MAP);
  }

  private static boolean isOrdinal(Instruction.Invoke invoke) {
    return invoke.method().name().equals("ordinal")
        && invoke.method().descriptor().equals("()I");
  }

  private static Instruction named(Instruction.Switch choice, Map<String, String> names) {
    SortedMap<String, Integer> targets = new TreeMap<>();
    for (Map.Entry<String, Integer> each : choice.targets().entrySet()) {
      targets.put(names.getOrDefault(each.getKey(), each.getKey()), each.getValue());
    }
    return new Instruction.Switch(choice.opcode(), targets, choice.otherwise());
  }

  private Map<String, String> ordinals(String name) {
    Map<String, String> names = new HashMap<>();
    ClassFile type = classes.find(name);
    if (type != null) {
      for (ClassFile.Field each : type.fields().values()) {
        if (each.isEnumConstant()) {
          names.put(String.valueOf(names.size()), each.name());
        }
      }
    }
    return names;
  }

  /** What the static initialiser puts into an array, by number. */
  private Map<String, String> constants(Constant.Member field) {
    Map<String, String> names = new HashMap<>();
    String array = "";
    String constant = "";
    OptionalInt number = OptionalInt.empty();
    for (Instruction each : initializer(field.owner())) {
      if (each instanceof Instruction.Access access && isMap(access)) {
        array = access.field().name();
      } else if (each instanceof Instruction.Access access) {
        constant = access.field().name();
      } else if (each.pushedInt().isPresent()) {
        number = each.pushedInt();
      } else if (each.opcode() == Opcode.IASTORE && number.isPresent()) {
        if (array.equals(field.name())) {
          names.put(String.valueOf(number.getAsInt()), constant);
        }
      }
    }
    return names;
  }

  private List<Instruction> initializer(String name) {
    ClassFile type = classes.find(name);
    Code code = type == null ? null : type.staticInitializer();
    return code == null ? List.of() : code.instructions();
  }
}
