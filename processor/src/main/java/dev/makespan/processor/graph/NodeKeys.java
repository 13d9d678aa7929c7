package dev.makespan.processor.graph;

import dev.makespan.processor.model.NodeRef;
import javax.lang.model.element.ExecutableElement;

/**
 * Names of methods that hold across rounds, where the compiler makes new elements for the same
 * source.
 */
final class NodeKeys {
  private NodeKeys() {}

  static String of(NodeRef node) {
    return node.owner().getQualifiedName() + "." + of(node.method());
  }

  /** A method among those of its class. The number of arguments tells annotated overloads apart. */
  static String of(ExecutableElement method) {
    return method.getSimpleName() + "/" + method.getParameters().size();
  }
}
