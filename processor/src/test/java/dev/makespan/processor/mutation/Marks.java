package dev.makespan.processor.mutation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import java.util.Set;

/** Our annotations, as they are written. */
final class Marks {
  static final Set<String> NODES = Set.of("Task", "MapTask", "Workflow", "Dynamic");

  private Marks() {}

  static String simpleName(AnnotationTree annotation) {
    String name = annotation.getAnnotationType().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static boolean has(ModifiersTree modifiers, String simpleName) {
    return modifiers.getAnnotations().stream()
        .anyMatch(each -> simpleName(each).equals(simpleName));
  }

  static boolean isNode(MethodTree method) {
    return NODES.stream().anyMatch(each -> has(method.getModifiers(), each));
  }

  static boolean isWorkflow(MethodTree method) {
    return has(method.getModifiers(), "Workflow");
  }
}
