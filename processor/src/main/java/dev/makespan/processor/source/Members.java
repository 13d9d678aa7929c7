package dev.makespan.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * The members that one class declares itself, by name, so that a large class isn't walked for each
 * of its calls.
 */
final class Members {
  private final Map<String, List<Element>> byName = new HashMap<>();

  Members(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      byName
          .computeIfAbsent(member.getSimpleName().toString(), name -> new ArrayList<>())
          .add(member);
    }
  }

  /** The methods of a name, in source order. */
  List<ExecutableElement> methods(String name) {
    return ElementFilter.methodsIn(named(name));
  }

  /** The field of a name, if there is one. */
  List<VariableElement> fields(String name) {
    return ElementFilter.fieldsIn(named(name));
  }

  /** The member type of a name, if there is one. */
  List<TypeElement> types(String name) {
    return ElementFilter.typesIn(named(name));
  }

  private List<Element> named(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
