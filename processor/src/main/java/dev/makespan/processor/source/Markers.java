package dev.makespan.processor.source;

import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The annotations that make a method a node. */
final class Markers {
  private Markers() {}

  /** Our annotations on an element, in source order. */
  static List<? extends AnnotationMirror> on(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(a -> NodeKind.of(a).isPresent())
        .toList();
  }

  /**
   * The node that a call of the method means: the method itself if it is annotated, else the one
   * that it overrides.
   */
  static Optional<NodeRef> node(Element element) {
    return declared(element).or(() -> Overridden.node(element));
  }

  /** The method as a node, if it is annotated. Of several annotations the first counts. */
  static Optional<NodeRef> declared(Element element) {
    if (element.getKind() != ElementKind.METHOD) {
      return Optional.empty();
    }
    return on(element).stream()
        .findFirst()
        .flatMap(NodeKind::of)
        .map(kind -> new NodeRef(Enclosing.type(element), (ExecutableElement) element, kind));
  }

  static boolean hasNodes(TypeElement type) {
    return type.getEnclosedElements().stream()
        .anyMatch(member -> declared(member).isPresent());
  }

  /**
   * How the body of a dynamic gets the flow of a class: with the instance, if it has instance
   * nodes.
   */
  static String current(TypeElement type) {
    boolean instances = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .map(Markers::declared)
        .flatMap(Optional::stream)
        .anyMatch(NodeRef::isInstance);
    return FlowClass.nameOf(type) + (instances ? ".current(…)" : ".current()");
  }
}
