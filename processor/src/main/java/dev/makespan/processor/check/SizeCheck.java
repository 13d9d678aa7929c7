package dev.makespan.processor.check;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Options;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each body fits into one wiring method, and its parameters into those of a method beside the run
 * and the instance. The code's size is estimated from what each instruction takes at most.
 */
final class SizeCheck implements Check {
  private static final int MOST_BYTES = 65_535;

  /** The run, a line, a name or constant, an array, the call, and the local that has its result. */
  private static final int STEP = 22;

  /** An element of an array, boxed. */
  private static final int ELEMENT = 12;

  /** A variable that a lambda expression takes with it. */
  private static final int CAPTURE = 4;

  /** The number of a case, and the call that begins it. */
  private static final int CASE = 8;

  private static final int LAMBDA = 5;
  private static final int OPTIONS = 20;

  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph flow : compilation.flows()) {
      for (Node node : flow.flow().nodes()) {
        if (!node.ref().fits()) {
          problems.add(
              Problems.tooManyParameters(node.place(), node.ref().name(), NodeRef.MOST_SLOTS));
        }
        Optional<BodyGraph> body = flow.body(node);
        if (body.isPresent() && isTooLarge(body.get())) {
          problems.add(Problems.tooManySteps(node.place(), node.ref().name()));
        }
        body.ifPresent(found -> captures(found, problems));
      }
    }
    return problems;
  }

  private static boolean isTooLarge(BodyGraph body) {
    long bytes = 0;
    for (GraphNode node : body.nodes()) {
      bytes += bytes(node);
      if (node.inner().isPresent() && isTooLarge(node.inner().get().graph())) {
        return true;
      }
    }
    return bytes > MOST_BYTES;
  }

  /** A mapped lambda's wiring takes the element, and what the lambda reads from around it. */
  private static void captures(BodyGraph body, List<Problem> problems) {
    for (GraphNode node : body.nodes()) {
      node.inner().ifPresent(inner -> {
        int slots = 2;
        for (Variable capture : inner.captures()) {
          slots += NodeRef.slots(capture.type());
        }
        if (slots > NodeRef.MOST_SLOTS) {
          problems.add(ExpressionProblems.tooManyValues(node.step().place(), slots));
        }
        captures(inner.graph(), problems);
      });
    }
  }

  private static long bytes(GraphNode node) {
    long after =
        node.after().isEmpty() ? 0 : STEP + (long) ELEMENT * node.after().size();
    return STEP + after + own(node);
  }

  private static long own(GraphNode node) {
    if (node.step() instanceof Step.Call call) {
      return (long) ELEMENT * call.in().size() + options(call.options());
    }
    if (node.step() instanceof Step.MapCall map) {
      return (long) ELEMENT * (map.in().size() + 2) + options(map.options());
    }
    if (node.step() instanceof Step.Switch choice) {
      return (long) CASE * choice.branches().size();
    }
    long waits = (long) ELEMENT * node.inputs().size();
    if (node.step() instanceof Step.Pure pure) {
      return waits + LAMBDA + (long) CAPTURE * (pure.code().reads().size() + 1);
    }
    return node.inner()
        .map(
            inner -> waits + 2L * ELEMENT + LAMBDA + CAPTURE * (inner.captures().size() + 2L))
        .orElse(node.step() instanceof Step.Merge ? waits : 0L);
  }

  private static int options(Options options) {
    return options.isNone() ? 0 : OPTIONS;
  }
}
