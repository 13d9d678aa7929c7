package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The annotations that make a method a node. */
final class Markers {
  private static final Map<String, NodeKind> KINDS = Map.of(
      "dev.makespan.Task", NodeKind.TASK,
      "dev.makespan.MapTask", NodeKind.MAP_TASK,
      "dev.makespan.Workflow", NodeKind.WORKFLOW,
      "dev.makespan.Dynamic", NodeKind.DYNAMIC);

  private Markers() {}

  static Optional<NodeKind> kind(AnnotationMirror annotation) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    return Optional.ofNullable(KINDS.get(type.getQualifiedName().toString()));
  }

  /** Our annotations on an element, in source order. */
  static List<? extends AnnotationMirror> on(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(a -> kind(a).isPresent())
        .toList();
  }

  /** The method as a node, if it is annotated. Of several annotations the first counts. */
  static Optional<NodeRef> node(Element element) {
    if (element.getKind() != ElementKind.METHOD) {
      return Optional.empty();
    }
    return on(element).stream()
        .findFirst()
        .flatMap(Markers::kind)
        .map(kind -> new NodeRef(Enclosing.type(element), (ExecutableElement) element, kind));
  }

  static boolean hasNodes(TypeElement type) {
    return type.getEnclosedElements().stream().anyMatch(member -> node(member).isPresent());
  }

  /** The annotation's simple name as users write it, such as {@code @Task}. */
  static String spelling(NodeKind kind) {
    return switch (kind) {
      case TASK -> "@Task";
      case MAP_TASK -> "@MapTask";
      case WORKFLOW -> "@Workflow";
      case DYNAMIC -> "@Dynamic";
    };
  }

  /** The simple name of the class that is generated for a class. */
  static String flowName(TypeElement type) {
    String name = type.getSimpleName().toString();
    for (Element outer = type.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      name = outer.getSimpleName() + "_" + name;
    }
    return name + "Flow";
  }

  /**
   * How the body of a dynamic gets the flow of a class: with the instance, if it has instance
   * nodes.
   */
  static String current(TypeElement type) {
    boolean instances = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .map(Markers::node)
        .flatMap(Optional::stream)
        .anyMatch(NodeRef::isInstance);
    return flowName(type) + (instances ? ".current(…)" : ".current()");
  }
}
