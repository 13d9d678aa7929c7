package dev.makespan.processor.check;

import dev.makespan.processor.problem.Problem;
import java.util.List;
import javax.lang.model.element.Element;

/** Whether a user silences a warning at a method or at a class around it. */
final class Silence {
  private Silence() {}

  static boolean covers(Problem warning, Element method) {
    String name = "makespan:" + warning.code().id();
    for (Element at = method; at != null; at = at.getEnclosingElement()) {
      SuppressWarnings silenced = at.getAnnotation(SuppressWarnings.class);
      if (silenced != null && List.of(silenced.value()).contains(name)) {
        return true;
      }
    }
    return false;
  }
}
