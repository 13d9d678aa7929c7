package dev.makespan.processor.graph;

import dev.makespan.processor.model.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The steps of one body and what each waits for.
 *
 * @param body the body
 * @param nodes its steps in program order, those in branches among them, with barriers around what
 *     holds a fence
 */
public record BodyGraph(Body body, List<GraphNode> nodes) {
  public BodyGraph {
    Objects.requireNonNull(body);
    nodes = List.copyOf(nodes);
  }

  /** The graph of a body whose steps read only what stands before them. */
  public static BodyGraph of(Body body) {
    return new GraphBuilder(body).build();
  }

  /**
   * Every wait, sorted by the waiting step. A fence waits for all steps since the fence before it.
   */
  public List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (GraphNode node : nodes) {
      for (int input : node.inputs()) {
        edges.add(new Edge(input, node.position(), Edge.Reason.DATA));
      }
      for (int other : node.after()) {
        edges.add(new Edge(other, node.position(), Edge.Reason.AFTER));
      }
      for (Guard guard : node.guards()) {
        edges.add(new Edge(guard.on(), node.position(), Edge.Reason.BRANCH));
      }
      for (int from = node.block().orElse(node.position()); from < node.position(); from++) {
        edges.add(new Edge(from, node.position(), Edge.Reason.BRANCH));
      }
      int above = node.fence().orElse(-1);
      int first = node.isFence() ? above + 1 : node.position();
      if (above >= 0) {
        edges.add(new Edge(above, node.position(), Edge.Reason.FENCE));
      }
      for (int from = first; from < node.position(); from++) {
        edges.add(new Edge(from, node.position(), Edge.Reason.FENCE));
      }
    }
    return edges;
  }
}
