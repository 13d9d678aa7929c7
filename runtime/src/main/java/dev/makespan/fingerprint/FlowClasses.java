package dev.makespan.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells flow classes from others. A call of a flow's method stands for one of the user's method;
 * what the generator wrote is no part of a fingerprint.
 */
final class FlowClasses {
  private static final String NODES = "dev/makespan/support/Nodes";
  private static final String DISPATCH = "(I[Ljava/lang/Object;)Ljava/lang/Object;";

  private final ClassFiles classes;

  /** The classes whose flows these are, by the flow; null for other classes. */
  private final Map<String, @Nullable ClassFile> owners = new HashMap<>();

  FlowClasses(ClassFiles classes) {
    this.classes = classes;
  }

  ClassFiles classes() {
    return classes;
  }

  /** A class that isn't of a flow; null for one that isn't among these either. */
  @Nullable ClassFile written(String name) {
    ClassFile type = classes.find(name);
    return type == null || owner(type) != null ? null : type;
  }

  /** The class whose flow it is, or a part of; null for any other class. */
  @Nullable ClassFile owner(ClassFile type) {
    String host = type.nestHost();
    if (!owners.containsKey(host)) {
      owners.put(host, ownerOf(host));
    }
    return owners.get(host);
  }

  private @Nullable ClassFile ownerOf(String name) {
    ClassFile flow = classes.find(name);
    if (flow == null) {
      return null;
    }
    for (ClassFile.Field field : flow.fields().values()) {
      if (field.descriptor().equals("L" + NODES + ";")) {
        ClassFile bodies = classes.find(name + "$Bodies");
        return bodies != null && bodies.superclass().equals(NODES) ? passedOn(bodies) : null;
      }
    }
    return null;
  }

  /** The class that the constructor passes on. */
  private @Nullable ClassFile passedOn(ClassFile bodies) {
    ClassFile.Method constructor = bodies.method(ClassFile.Method.CONSTRUCTOR, "()V");
    if (constructor == null || constructor.code() == null) {
      return null;
    }
    for (Instruction each : constructor.code().read().instructions()) {
      if (each instanceof Instruction.Load load && load.constant() instanceof Constant.Type type) {
        return classes.find(type.name());
      }
    }
    return null;
  }

  /**
   * The method of a number; null if there is none.
   *
   * @param bodies the generated class that calls them
   */
  static Constant.@Nullable Member node(ClassFile bodies, String owner, int number) {
    ClassFile.Method call = bodies.method("call", DISPATCH);
    if (call == null || call.code() == null) {
      return null;
    }
    List<Instruction> all = call.code().read().instructions();
    Constant.Member found = null;
    for (int i = start(all, number); i < all.size() && all.get(i).opcode() != Opcode.ARETURN; i++) {
      if (all.get(i) instanceof Instruction.Invoke invoke
          && invoke.method().owner().equals(owner)) {
        found = invoke.method();
      }
    }
    return found;
  }

  /** Where the case of a number begins; behind the end if there is none. */
  private static int start(List<Instruction> all, int number) {
    for (Instruction each : all) {
      if (each instanceof Instruction.Switch choice) {
        return choice.targets().getOrDefault(String.valueOf(number), all.size());
      }
    }
    return all.size();
  }
}
