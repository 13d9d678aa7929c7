package dev.makespan.processor.check;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.Edge;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No fence keeps calls apart that need neither each other's values nor does the fence need the
 * upper one's. A warning, told once for each fence.
 */
final class FenceCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph flow : compilation.flows()) {
      for (Node node : flow.flow().nodes()) {
        flow.body(node)
            .filter(graph -> AfterCheck.problems(graph).isEmpty())
            .ifPresent(graph -> warnings(graph).stream()
                .filter(warning -> !Silence.covers(warning, node.ref().method()))
                .forEach(problems::add));
      }
    }
    return problems;
  }

  /** What is told of a body and of the lambdas that it maps, if nobody silences it. */
  static List<Problem> warnings(BodyGraph graph) {
    List<Problem> warnings = new ArrayList<>();
    collect(graph, warnings);
    return warnings;
  }

  private static void collect(BodyGraph graph, List<Problem> warnings) {
    List<GraphNode> fences = graph.nodes().stream()
        .filter(node -> isCall(node.step()) && node.isFence())
        .toList();
    if (!fences.isEmpty()) {
      Ancestors ancestors = Ancestors.of(graph, reason -> reason != Edge.Reason.FENCE);
      fences.forEach(fence -> warning(graph, fence, ancestors).ifPresent(warnings::add));
    }
    for (GraphNode node : graph.nodes()) {
      node.inner().ifPresent(inner -> collect(inner.graph(), warnings));
    }
  }

  private static Optional<Problem> warning(BodyGraph graph, GraphNode fence, Ancestors ancestors) {
    int at = fence.position();
    for (GraphNode upper : calls(graph, fence, fence.fence().orElse(-1) + 1, at)) {
      if (ancestors.waits(at, upper.position())) {
        continue;
      }
      for (GraphNode lower : calls(graph, fence, at + 1, graph.nodes().size())) {
        if (!ancestors.waits(lower.position(), upper.position())) {
          return Optional.of(Warnings.fence(
              fence.step().place(),
              name(fence),
              name(upper),
              upper.step().place().line(),
              name(lower),
              lower.step().place().line()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The calls that give a value, from a step on until a step or the next fence, in the branch of a
   * fence.
   */
  private static List<GraphNode> calls(BodyGraph graph, GraphNode fence, int from, int to) {
    List<GraphNode> calls = new ArrayList<>();
    for (GraphNode node : graph.nodes().subList(from, to)) {
      if (node.isFence()) {
        break;
      }
      if (isCall(node.step()) && node.branch().equals(fence.branch())) {
        calls.add(node);
      }
    }
    return calls;
  }

  private static boolean isCall(Step step) {
    return step instanceof Step.Call
        || step instanceof Step.MapCall
        || step instanceof Step.MapBody;
  }

  private static String name(GraphNode node) {
    if (node.step() instanceof Step.Call call) {
      return call.node().name();
    }
    return node.step() instanceof Step.MapCall map ? "the map of " + map.node().name() : "the map";
  }
}
