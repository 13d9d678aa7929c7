package dev.makespan.processor.emit;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Variable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A body that becomes a wiring method: a workflow's, or that of a mapped lambda in one.
 *
 * @param node the workflow
 * @param base what the names of its methods begin with: the workflow's name, with those of the maps
 *     for a lambda
 * @param graph the body's steps
 * @param captures what it takes from the bodies around it
 * @param takesSelf whether it takes the instance
 */
record Wired(Node node, String base, BodyGraph graph, List<Variable> captures, boolean takesSelf) {
  /** Whether it is the workflow's own body. */
  boolean isMethod() {
    return base.equals(node.ref().name());
  }

  /** The variables that are at hand when the method is called, in the order of its parameters. */
  List<Variable> parameters() {
    return Stream.concat(graph.body().parameters().stream(), captures.stream()).toList();
  }
}
