package dev.makespan.processor.check;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workflow has something to run in parallel. A warning; not told of a workflow that others call,
 * since it may run beside itself, nor of one whose calls may be parallel inside, nor of one that a
 * fence makes a chain, of which {@link FenceCheck} has more to say.
 */
final class ParallelismCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    Set<String> called = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (FlowGraph flow : compilation.flows()) {
      for (Node node : flow.flow().nodes()) {
        node.read().ifPresent(body -> collect(body.steps(), called));
        asked.addAll(node.asks());
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph flow : compilation.flows()) {
      for (Node node : flow.flow().nodes()) {
        flow.body(node)
            .filter(body -> !called.contains(method(node.ref())))
            .filter(body -> !asked.contains(call(node.ref())))
            .filter(body -> AfterCheck.problems(body).isEmpty())
            .filter(body -> FenceCheck.warnings(body).isEmpty())
            .flatMap(ParallelismCheck::chain)
            .map(calls -> warning(node, calls))
            .filter(warning -> !Silence.covers(warning, node.ref().method()))
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  private static void collect(List<Step> steps, Set<String> called) {
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        called.add(method(call.node()));
      } else if (step instanceof Step.MapCall map) {
        called.add(method(map.node()));
      } else if (step instanceof Step.MapBody map) {
        collect(map.body().steps(), called);
      } else if (step instanceof Step.Compound choice) {
        collect(choice.steps(), called);
      }
    }
  }

  /** A method by a text, since elements of two rounds are never equal. */
  private static String method(NodeRef node) {
    return node.owner().getQualifiedName() + "." + call(node);
  }

  /** A call as the body of a dynamic shows it: by name and number of arguments. */
  private static String call(NodeRef node) {
    return node.name() + "/" + node.method().getParameters().size();
  }

  private static Problem warning(Node workflow, List<NodeRef> calls) {
    return Warnings.nothingParallel(
        workflow.place(),
        workflow.ref().name(),
        calls.stream().map(NodeRef::name).toList(),
        calls.stream().filter(NodeRef::isVoid).count() > 1);
  }

  /** The calls, if there are several tasks and each waits for the one above. */
  private static Optional<List<NodeRef>> chain(BodyGraph graph) {
    List<GraphNode> calls = graph.nodes().stream()
        .filter(node -> !(node.step() instanceof Step.Pure))
        .toList();
    if (calls.size() < 2 || !calls.stream().allMatch(ParallelismCheck::isTask)) {
      return Optional.empty();
    }
    Ancestors ancestors = Ancestors.of(graph, reason -> true);
    for (int i = 1; i < calls.size(); i++) {
      if (!ancestors.waits(calls.get(i).position(), calls.get(i - 1).position())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        calls.stream().map(node -> ((Step.Call) node.step()).node()).toList());
  }

  private static boolean isTask(GraphNode node) {
    return node.step() instanceof Step.Call call
        && (call.node().kind() == NodeKind.TASK || call.node().kind() == NodeKind.MAP_TASK);
  }
}
