package dev.makespan.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private final FlowClasses flows;
  private final ClassFiles classes;
  private final Dispatch dispatch;
  private final Deque<Part> open = new ArrayDeque<>();
  private final Set<String> reached = new HashSet<>();
  private final Set<String> instances = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private String root = "";

  Walk(FlowClasses flows) {
    this.flows = flows;
    this.classes = flows.classes();
    this.dispatch = new Dispatch(flows, this::add);
  }

  /**
   * Walks.
   *
   * @return what it came across, as a text; null if the method isn't in a class file
   */
  @Nullable String from(Constant.Member method) {
    ClassFile owner = classes.find(method.owner());
    Part.OfMethod start =
        owner == null ? null : dispatch.resolve(owner, method.name(), method.descriptor());
    if (start == null) {
      return null;
    }
    root = method.owner();
    PartWriter writer = new PartWriter(this, flows);
    writer.signature(start.method());
    add(start);
    if (!start.method().isStatic()) {
      know(start.owner());
      dispatch.call(method);
    }
    while (!open.isEmpty()) {
      writer.write(open.remove());
    }
    return writer.text();
  }

  private void add(Part part) {
    if (reached.add(part.key())) {
      open.add(part);
    }
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
        for (ClassFile.Field each : type.fields().values()) {
          if (each.isEnumConstant()) {
            add(new Part.OfField(type, each));
          }
        }
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
    boolean found = isElsewhere(type.superclass());
    for (String each : type.interfaces()) {
      found |= isElsewhere(each);
    }
    return found;
  }

  private boolean isElsewhere(String supertype) {
    ClassFile type = classes.find(supertype);
    return type == null
        ? !supertype.isEmpty() && !PLAIN_SUPERTYPES.contains(supertype)
        : hasSupertypesElsewhere(type);
  }

  private void overriding(ClassFile type) {
    for (ClassFile.Method each : type.methods().values()) {
      if (each.isOverriding()) {
        add(new Part.OfMethod(type, each));
      }
    }
    for (ClassFile each : classes.above(type)) {
      overriding(each);
    }
  }

  /** Takes a field that is read or written. */
  void field(Constant.Member field) {
    ClassFile owner = flows.written(field.owner());
    Part.OfField found = owner == null ? null : dispatch.field(owner, field.name());
    if (found != null) {
      add(found);
    }
  }

  /** Takes a method that is called, whatever the receiver's class. */
  void exactly(Constant.Member method) {
    ClassFile owner = classes.find(method.owner());
    if (owner == null || twin(owner, method)) {
      return;
    }
    Part.OfMethod found = dispatch.resolve(owner, method.name(), method.descriptor());
    if (found != null) {
      add(found);
    }
    if (method.name().equals(ClassFile.Method.CONSTRUCTOR)) {
      made(owner);
    }
  }

  /** Takes a method that is called on an instance, whose class decides. */
  void virtually(Constant.Member method) {
    ClassFile owner = classes.find(method.owner());
    if (owner == null || twin(owner, method)) {
      return;
    }
    if (method.owner().equals(root)) {
      know(owner);
    } else {
      instance(owner);
    }
    dispatch.call(method);
  }

  /** Whether it is a method of a flow; then it takes what that stands for. */
  private boolean twin(ClassFile type, Constant.Member called) {
    ClassFile owner = flows.owner(type);
    if (owner == null) {
      return false;
    }
    for (ClassFile.Method node : owner.methods().values()) {
      if (node.isNode() && node.name().equals(called.name())) {
        Constant.Member method = new Constant.Member(owner.name(), node.name(), node.descriptor());
        if (node.isStatic()) {
          exactly(method);
        } else {
          virtually(method);
        }
      }
    }
    return true;
  }
}
