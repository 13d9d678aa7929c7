package dev.makespan.processor.reference;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.Edge;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The order that a graph demands, against the order that the {@link Rules} demand. */
public final class GraphOrder {
  private GraphOrder() {}

  /** What one of both orders and the other doesn't, in a body and in the lambdas in it. */
  public static List<String> differences(BodyGraph graph) {
    Rules rules = new Rules(graph.body());
    Map<Step, Integer> positions = new IdentityHashMap<>();
    graph.nodes().forEach(node -> positions.put(node.step(), node.position()));
    List<BitSet> before = before(graph);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < rules.steps().size(); i++) {
      for (int other = 0; other < i; other++) {
        boolean inGraph = before
            .get(positions.get(rules.steps().get(i)))
            .get(positions.get(rules.steps().get(other)));
        if (inGraph != rules.isBefore(other, i) && !rules.exclude(other, i)) {
          differences.add("only the " + (inGraph ? "graph lets " : "rules let ")
              + name(rules.steps().get(i)) + " wait for " + name(rules.steps().get(other)));
        }
      }
    }
    for (GraphNode node : graph.nodes()) {
      node.inner().ifPresent(inner -> differences.addAll(differences(inner.graph())));
    }
    return differences;
  }

  private static String name(Step step) {
    return step.getClass().getSimpleName() + " in line " + step.place().line();
  }

  /** For each position those that it waits for, perhaps through others. */
  private static List<BitSet> before(BodyGraph graph) {
    List<BitSet> before = new ArrayList<>();
    graph.nodes().forEach(node -> before.add(new BitSet()));
    for (Edge edge : graph.edges()) {
      before.get(edge.to()).set(edge.from());
      before.get(edge.to()).or(before.get(edge.from()));
    }
    return before;
  }
}
