package dev.makespan.processor.graph;

import dev.makespan.processor.model.Variable;
import java.util.List;
import java.util.Objects;

/**
 * The graph of a mapped lambda's body, with what that body takes from around it.
 *
 * @param graph its own steps
 * @param captures the variables of enclosing bodies that it reads, also in lambdas inside it, in
 *     order of first reading
 * @param capturesSelf whether it reads the instance, also in lambdas inside it
 */
public record InnerGraph(BodyGraph graph, List<Variable> captures, boolean capturesSelf) {
  public InnerGraph {
    Objects.requireNonNull(graph);
    captures = List.copyOf(captures);
  }
}
