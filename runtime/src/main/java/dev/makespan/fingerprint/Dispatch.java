package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods a call may reach: the one that is named, or inherited, and those that override it
 * in the classes that are known. A class is known once code names it, or one in its source file, or
 * it is permitted by a sealed one that is known. Calls and classes may become known in any order.
 */
final class Dispatch {
  /** A method and the class that declares it. */
  record Target(ClassFile owner, ClassFile.Method method) {}

  /** Takes what is reached; may take one target several times. */
  interface Listener {
    void reached(Target target);
  }

  private final ClassFiles classes;
  private final FlowClasses flows;
  private final Listener listener;
  private final Map<String, ClassFile> known = new LinkedHashMap<>();
  private final Set<Constant.Member> calls = new HashSet<>();

  /** The calls by the class of the receiver. */
  private final Map<String, List<Constant.Member>> callsOn = new LinkedHashMap<>();

  Dispatch(ClassFiles classes, FlowClasses flows, Listener listener) {
    this.classes = classes;
    this.flows = flows;
    this.listener = listener;
  }

  /** Takes a class that code names. */
  void know(ClassFile type) {
    if (known.putIfAbsent(type.name(), type) != null) {
      return;
    }
    callsOn.forEach((owner, all) -> {
      if (isSubtype(type, owner)) {
        all.forEach(call -> reach(type, call));
      }
    });
    type.permitted().stream().flatMap(name -> classes.find(name).stream()).forEach(this::know);
    classes
        .find(type.nestHost())
        .ifPresent(host -> host.nestMembers().stream()
            .sorted()
            .flatMap(name -> classes.find(name).stream())
            .filter(member -> member.isNamed() && flows.owner(member).isEmpty())
            .forEach(this::know));
    superclass(type).ifPresent(this::know);
  }

  /** Takes a call that the receiver's class decides. */
  void call(Constant.Member call) {
    if (calls.add(call)) {
      callsOn.computeIfAbsent(call.owner(), unused -> new ArrayList<>()).add(call);
      for (ClassFile type : List.copyOf(known.values())) {
        if (isSubtype(type, call.owner())) {
          reach(type, call);
        }
      }
    }
  }

  private void reach(ClassFile type, Constant.Member call) {
    resolve(type, call.name(), call.descriptor()).ifPresent(listener::reached);
  }

  /** The method that a class has, declared or inherited. */
  Optional<Target> resolve(ClassFile type, String name, String descriptor) {
    Optional<Target> own = type.method(name, descriptor).map(method -> new Target(type, method));
    if (own.isPresent()) {
      return own;
    }
    Optional<Target> above =
        superclass(type).flatMap(superclass -> resolve(superclass, name, descriptor));
    if (above.isPresent()) {
      return above;
    }
    return type.interfaces().stream()
        .flatMap(each -> classes.find(each).stream())
        .flatMap(each -> resolve(each, name, descriptor).stream())
        .findFirst();
  }

  /** The field that a name means in a class, with the class that declares it. */
  Optional<ClassFile> declaring(ClassFile type, String field) {
    if (type.field(field).isPresent()) {
      return Optional.of(type);
    }
    Optional<ClassFile> above = type.interfaces().stream()
        .flatMap(each -> classes.find(each).stream())
        .flatMap(each -> declaring(each, field).stream())
        .findFirst();
    return above.or(() -> superclass(type).flatMap(superclass -> declaring(superclass, field)));
  }

  private Optional<ClassFile> superclass(ClassFile type) {
    return classes.find(type.superclass());
  }

  private boolean isSubtype(ClassFile type, String name) {
    return type.name().equals(name)
        || superclass(type).filter(each -> isSubtype(each, name)).isPresent()
        || type.interfaces().stream()
            .flatMap(each -> classes.find(each).stream())
            .anyMatch(each -> isSubtype(each, name));
  }
}
