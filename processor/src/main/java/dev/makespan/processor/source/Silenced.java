package dev.makespan.processor.source;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Problem;
import java.util.List;
import javax.lang.model.element.Element;

/** Whether a user silences a warning in an attributed body: at a local, a method or a class. */
final class Silenced {
  private Silenced() {}

  static boolean covers(Problem warning, TreePath place, Trees trees) {
    String name = "makespan:" + warning.code().id();
    for (TreePath at = place; at != null; at = at.getParentPath()) {
      boolean declares = switch (at.getLeaf().getKind()) {
        case VARIABLE, METHOD, CLASS, INTERFACE, RECORD, ENUM, ANNOTATION_TYPE -> true;
        default -> false;
      };
      Element element = declares ? trees.getElement(at) : null;
      SuppressWarnings silenced =
          element == null ? null : element.getAnnotation(SuppressWarnings.class);
      if (silenced != null && List.of(silenced.value()).contains(name)) {
        return true;
      }
    }
    return false;
  }
}
