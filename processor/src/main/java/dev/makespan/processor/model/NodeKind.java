package dev.makespan.processor.model;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** What an annotation makes of a method. */
public enum NodeKind {
  TASK("Task"),
  MAP_TASK("MapTask"),
  WORKFLOW("Workflow"),
  DYNAMIC("Dynamic");

  private final String annotation;

  NodeKind(String annotation) {
    this.annotation = annotation;
  }

  /** What an annotation makes of a method; empty for one that isn't ours. */
  public static Optional<NodeKind> of(AnnotationMirror annotation) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    for (NodeKind kind : values()) {
      if (type.getQualifiedName().contentEquals("dev.makespan." + kind.annotation)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The annotation as users write it, such as {@code @Task}. */
  public String spelling() {
    return "@" + annotation;
  }
}
