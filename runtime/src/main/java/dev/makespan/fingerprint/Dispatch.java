package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a call may reach: the one that is named, or inherited, and those that override it
 * in the classes that are known. A class is known once code names it, or one in its source file, or
 * it is permitted by a sealed one that is known. Calls and classes may become known in any order.
 */
final class Dispatch {
  /** Takes what is reached; may take one method several times. */
  interface Listener {
    void reached(Part.OfMethod method);
  }

  private final FlowClasses flows;
  private final ClassFiles classes;
  private final Listener listener;
  private final Set<String> known = new HashSet<>();
  private final Set<String> nests = new HashSet<>();
  private final Set<String> calls = new HashSet<>();

  /** The calls by the class of the receiver. */
  private final Map<String, List<Constant.Member>> callsOn = new HashMap<>();

  /** The known classes by each class above them, and by themselves. */
  private final Map<String, List<ClassFile>> below = new HashMap<>();

  Dispatch(FlowClasses flows, Listener listener) {
    this.flows = flows;
    this.classes = flows.classes();
    this.listener = listener;
  }

  /** Takes a class that code names. */
  void know(ClassFile type) {
    if (!known.add(type.name())) {
      return;
    }
    for (String name : classes.lineage(type)) {
      add(below, name, type);
      for (Constant.Member call : callsOn.getOrDefault(name, List.of())) {
        reach(type, call);
      }
    }
    for (String name : type.permitted()) {
      ClassFile each = classes.find(name);
      if (each != null) {
        know(each);
      }
    }
    if (nests.add(type.nestHost())) {
      knowNest(type.nestHost());
    }
    ClassFile superclass = classes.find(type.superclass());
    if (superclass != null) {
      know(superclass);
    }
  }

  private void knowNest(String host) {
    ClassFile type = classes.find(host);
    List<String> names = type == null ? new ArrayList<>() : new ArrayList<>(type.nestMembers());
    // Not as they stand in the file: that isn't the same for every compiler.
    Collections.sort(names);
    for (String name : names) {
      ClassFile member = flows.written(name);
      if (member != null && member.isNamed()) {
        know(member);
      }
    }
  }

  /** Takes a call that the receiver's class decides. */
  void call(Constant.Member call) {
    if (calls.add(call.text())) {
      add(callsOn, call.owner(), call);
      for (ClassFile type : below.getOrDefault(call.owner(), List.of())) {
        reach(type, call);
      }
    }
  }

  private static <T> void add(Map<String, List<T>> lists, String key, T value) {
    List<T> list = lists.get(key);
    if (list == null) {
      list = new ArrayList<>();
      lists.put(key, list);
    }
    list.add(value);
  }

  private void reach(ClassFile type, Constant.Member call) {
    Part.OfMethod target = resolve(type, call.name(), call.descriptor());
    if (target != null) {
      listener.reached(target);
    }
  }

  /** The method that a class has, declared or inherited; null if it has none. */
  Part.@Nullable OfMethod resolve(ClassFile type, String name, String descriptor) {
    ClassFile.Method own = type.method(name, descriptor);
    if (own != null) {
      return new Part.OfMethod(type, own);
    }
    for (ClassFile each : classes.above(type)) {
      Part.OfMethod inherited = resolve(each, name, descriptor);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** The field that a class has, declared or inherited; null if it has none. */
  Part.@Nullable OfField field(ClassFile type, String name) {
    ClassFile.Field own = type.field(name);
    if (own != null) {
      return new Part.OfField(type, own);
    }
    for (ClassFile each : classes.above(type)) {
      Part.OfField inherited = field(each, name);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }
}
