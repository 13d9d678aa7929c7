package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The classes around elements. */
final class Enclosing {
  private Enclosing() {}

  /**
   * Whether the compiler found a member. For a reference to a method that isn't there it has an
   * element in no class.
   */
  static boolean isFound(Element member) {
    return member.getEnclosingElement() instanceof TypeElement;
  }

  /** The class that declares a member. */
  static TypeElement type(Element member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement(), "no class around it");
  }

  /** The top-level class that an element is, or is in. */
  static TypeElement outermost(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    return (TypeElement) outermost;
  }

  /** A class and those around it, from inside out. */
  static List<TypeElement> outwards(TypeElement type) {
    List<TypeElement> all = new ArrayList<>(List.of(type));
    while (all.get(all.size() - 1).getEnclosingElement() instanceof TypeElement outer) {
      all.add(outer);
    }
    return all;
  }
}
