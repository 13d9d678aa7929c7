package dev.makespan.processor.check;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.Edge;
import java.util.BitSet;
import java.util.function.Predicate;

/** What each step of a body waits for, directly or through others. */
final class Ancestors {
  private final BitSet[] above;

  private Ancestors(BitSet[] above) {
    this.above = above;
  }

  /** Counts the waits of these reasons only. */
  static Ancestors of(BodyGraph graph, Predicate<Edge.Reason> reasons) {
    BitSet[] above = new BitSet[graph.nodes().size()];
    for (int i = 0; i < above.length; i++) {
      above[i] = new BitSet();
    }
    // Edges come sorted by the waiting step, which stands below what it waits for.
    for (Edge edge : graph.edges()) {
      if (reasons.test(edge.reason())) {
        above[edge.to()].set(edge.from());
        above[edge.to()].or(above[edge.from()]);
      }
    }
    return new Ancestors(above);
  }

  boolean waits(int step, int forStep) {
    return above[step].get(forStep);
  }
}
