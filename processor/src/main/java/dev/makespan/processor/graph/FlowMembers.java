package dev.makespan.processor.graph;

import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The constants of a flow class, derived from signatures alone, so that the flow of a class in
 * another file or jar names them alike.
 */
public final class FlowMembers {
  /**
   * The most methods whose constants and calls stand in one generated class: more would exceed what
   * a class file can hold.
   */
  public static final int HOLDER_SIZE = 500;

  /**
   * A method's place in the flow class.
   *
   * @param constant the simple name of its constant
   * @param holder which holder has it; 0 is the flow class itself
   * @param number its number in the holder
   */
  public record Member(String constant, int holder, int number) {
    /** The simple name of the nested class that has it; empty for the flow class itself. */
    public Optional<String> holderName() {
      return FlowMembers.holderName(holder);
    }
  }

  private final Map<String, Member> members;

  private FlowMembers(Map<String, Member> members) {
    this.members = members;
  }

  /** The simple name of a holder; empty for the flow class itself. */
  public static Optional<String> holderName(int holder) {
    return holder == 0 ? Optional.empty() : Optional.of(FlowClass.NODES + (holder + 1));
  }

  public static FlowMembers of(TypeElement owner) {
    Map<String, Member> members = new HashMap<>();
    Set<String> names = new HashSet<>();
    Set<String> classes = classNames(owner);
    int index = 0;
    for (ExecutableElement method : annotated(owner)) {
      String name = constantName(method.getSimpleName().toString());
      String suffix = classes.contains(name) ? "_" : "";
      String constant = names.add(method.getSimpleName().toString())
          ? name + suffix
          : name + "_" + method.getParameters().size();
      members.put(
          NodeKeys.of(method), new Member(constant, index / HOLDER_SIZE, index % HOLDER_SIZE));
      index++;
    }
    return new FlowMembers(members);
  }

  /** The place of one of the class's annotated methods. */
  public Member get(ExecutableElement method) {
    Member member = members.get(NodeKeys.of(method));
    if (member == null) {
      throw new IllegalArgumentException(method + " isn't an annotated method of the class");
    }
    return member;
  }

  /**
   * The simple names of the class and those around it. A constant of such a name would hide the
   * class, which the generated one has to name.
   */
  public static Set<String> classNames(TypeElement owner) {
    Set<String> names = new HashSet<>();
    for (Element at = owner; at instanceof TypeElement; at = at.getEnclosingElement()) {
      names.add(at.getSimpleName().toString());
    }
    return names;
  }

  private static List<ExecutableElement> annotated(TypeElement owner) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(FlowMembers::isAnnotated)
        .toList();
  }

  private static boolean isAnnotated(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(annotation -> NodeKind.of(annotation).isPresent());
  }

  /** The method's name in capitals, with an underscore before each inner word. */
  static String constantName(String method) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < method.length(); i++) {
      char c = method.charAt(i);
      boolean word = i > 0
          && Character.isUpperCase(c)
          && (!Character.isUpperCase(method.charAt(i - 1))
              || (i + 1 < method.length() && Character.isLowerCase(method.charAt(i + 1))));
      if (word && method.charAt(i - 1) != '_') {
        name.append('_');
      }
      name.append(c);
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }
}
