package dev.makespan.processor.graph;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** The names of methods that a flow class has whatever it is generated from. */
public final class ReservedNames {
  private static final Set<String> OF_FLOWS = Set.of("current", "blocking", "with");
  private static final Set<String> OF_OBJECT = Set.of("getClass", "notify", "notifyAll", "wait");
  private static final Map<String, Integer> OVERRIDABLE =
      Map.of("toString", 0, "hashCode", 0, "equals", 1, "clone", 0, "finalize", 0);

  private ReservedNames() {}

  /** What a method of this signature would clash with; empty if with nothing. */
  public static Optional<String> clash(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (OF_FLOWS.contains(name)) {
      return Optional.of("a method that every flow has");
    }
    Integer parameters = OVERRIDABLE.get(name);
    boolean overrides =
        parameters != null && parameters == method.getParameters().size();
    return OF_OBJECT.contains(name) || overrides
        ? Optional.of("a method of java.lang.Object")
        : Optional.empty();
  }

  /** Every such name. */
  public static Set<String> all() {
    Set<String> names = new HashSet<>(OF_FLOWS);
    names.addAll(OF_OBJECT);
    names.addAll(OVERRIDABLE.keySet());
    return names;
  }
}
