package dev.makespan.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A walk from a method over all that it reaches, part by part, in an order that follows from these
 * parts alone.
 *
 * <p>An instance may also be used by code that isn't seen. So of a class of which an instance is at
 * hand, {@code equals}, {@code hashCode}, {@code toString} and {@code compareTo} count as called;
 * of an enum, all constants as read; and where one is made and has supertypes elsewhere, such as
 * {@code Comparator}, all methods that may override theirs count as called.
 */
final class Walk {
  private static final List<Constant.Member> OFTEN_CALLED = List.of(
      new Constant.Member("", "equals", "(Ljava/lang/Object;)Z"),
      new Constant.Member("", "hashCode", "()I"),
      new Constant.Member("", "toString", "()Ljava/lang/String;"),
      new Constant.Member("", "compareTo", "(Ljava/lang/Object;)I"));

  /** Those that have no other methods. */
  private static final Set<String> PLAIN_SUPERTYPES = Set.of(
      "java/lang/Object",
      "java/lang/Record",
      "java/lang/Enum",
      "java/lang/Comparable",
      "java/io/Serializable");

  private final ClassFiles classes;
  private final FlowClasses flows;
  private final Dispatch dispatch;
  private final Deque<Part> open = new ArrayDeque<>();
  private final Set<String> reached = new HashSet<>();
  private final Set<String> instances = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private String root = "";

  Walk(ClassFiles classes) {
    this.classes = classes;
    this.flows = new FlowClasses(classes);
    this.dispatch = new Dispatch(
        classes, flows, target -> add(new Part.OfMethod(target.owner(), target.method())));
  }

  /**
   * Walks.
   *
   * @return what it came across, as a text; empty if the method isn't in a class file
   */
  Optional<String> from(Constant.Member method) {
    Optional<Dispatch.Target> start = classes
        .find(method.owner())
        .flatMap(owner -> dispatch.resolve(owner, method.name(), method.descriptor()));
    if (start.isEmpty()) {
      return Optional.empty();
    }
    root = method.owner();
    PartWriter writer = new PartWriter(this);
    writer.signature(start.get().method());
    add(new Part.OfMethod(start.get().owner(), start.get().method()));
    if (!start.get().method().isStatic()) {
      know(start.get().owner());
      dispatch.call(method);
    }
    while (!open.isEmpty()) {
      writer.write(open.remove());
    }
    return Optional.of(writer.text());
  }

  private void add(Part part) {
    if (reached.add(part.key())) {
      open.add(part);
    }
  }

  ClassFiles classes() {
    return classes;
  }

  /** A class that isn't of a flow; empty for one that isn't seen either. */
  Optional<ClassFile> seen(String name) {
    return classes.find(name).filter(type -> flows.owner(type).isEmpty());
  }

  /** Takes a class that code names. */
  void know(ClassFile type) {
    dispatch.know(type);
  }

  /** Takes a class, or an interface, of which an instance may be at hand. */
  void instance(ClassFile type) {
    if (instances.add(type.name())) {
      know(type);
      for (Constant.Member each : OFTEN_CALLED) {
        dispatch.call(new Constant.Member(type.name(), each.name(), each.descriptor()));
      }
      if (type.isEnum()) {
        type.fields().stream()
            .filter(ClassFile.Field::isEnumConstant)
            .forEach(each -> add(new Part.OfField(type, each)));
      }
    }
  }

  /** Takes a class of which an instance is made. */
  void made(ClassFile type) {
    instance(type);
    if (made.add(type.name()) && hasSupertypesElsewhere(type)) {
      overriding(type);
    }
  }

  private boolean hasSupertypesElsewhere(ClassFile type) {
    return isElsewhere(type.superclass()) || type.interfaces().stream().anyMatch(this::isElsewhere);
  }

  private boolean isElsewhere(String supertype) {
    return classes
        .find(supertype)
        .map(this::hasSupertypesElsewhere)
        .orElse(!supertype.isEmpty() && !PLAIN_SUPERTYPES.contains(supertype));
  }

  private void overriding(ClassFile type) {
    for (ClassFile.Method each : type.methods()) {
      if (each.isOverriding()) {
        add(new Part.OfMethod(type, each));
      }
    }
    classes.find(type.superclass()).ifPresent(this::overriding);
    for (String each : type.interfaces()) {
      classes.find(each).ifPresent(this::overriding);
    }
  }

  /** Takes a field that is read or written. */
  void field(Constant.Member field) {
    seen(field.owner())
        .flatMap(type -> dispatch.declaring(type, field.name()))
        .ifPresent(type -> add(new Part.OfField(type, type.field(field.name()).orElseThrow())));
  }

  /** Takes a method that is called, whatever the receiver's class. */
  void exactly(Constant.Member method) {
    Optional<ClassFile> owner = classes.find(method.owner());
    if (owner.isEmpty() || twin(owner.get(), method)) {
      return;
    }
    dispatch
        .resolve(owner.get(), method.name(), method.descriptor())
        .ifPresent(target -> add(new Part.OfMethod(target.owner(), target.method())));
    if (method.name().equals(ClassFile.Method.CONSTRUCTOR)) {
      made(owner.get());
    }
  }

  /** Takes a method that is called on an instance, whose class decides. */
  void virtually(Constant.Member method) {
    Optional<ClassFile> owner = classes.find(method.owner());
    if (owner.isEmpty() || twin(owner.get(), method)) {
      return;
    }
    if (method.owner().equals(root)) {
      know(owner.get());
    } else {
      instance(owner.get());
    }
    dispatch.call(method);
  }

  /** Whether it is a method of a flow; then it takes what that stands for. */
  private boolean twin(ClassFile type, Constant.Member called) {
    Optional<ClassFile> owner = flows.owner(type);
    if (owner.isEmpty()) {
      return false;
    }
    for (ClassFile.Method node : FlowClasses.nodes(owner.get(), called.name())) {
      Constant.Member method =
          new Constant.Member(owner.get().name(), node.name(), node.descriptor());
      if (node.isStatic()) {
        exactly(method);
      } else {
        virtually(method);
      }
    }
    return true;
  }

  /** The synthetic members and unnamed classes, whose names depend on what else is in a file. */
  boolean isNamed(Constant.Member member) {
    Optional<ClassFile> owner = classes.find(member.owner());
    if (owner.isEmpty()) {
      return true;
    }
    if (member.isMethod()) {
      return owner
          .get()
          .method(member.name(), member.descriptor())
          .map(method -> !method.isSynthetic())
          .orElse(true);
    }
    return owner.get().field(member.name()).map(field -> !field.isSynthetic()).orElse(true);
  }
}
