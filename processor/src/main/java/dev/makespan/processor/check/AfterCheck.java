package dev.makespan.processor.check;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.Edge;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.graph.WaitPath;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.Code;
import dev.makespan.processor.problem.LocalProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No local runs after one that is written below it. In a body with other errors only cycles are
 * told: a path that was read is there, while one that is missing may be in what wasn't read.
 */
final class AfterCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph flow : compilation.flows()) {
      for (Node node : flow.flow().nodes()) {
        flow.body(node).ifPresent(body -> problems.addAll(problems(body)));
        node.part()
            .ifPresent(part -> problems(BodyGraph.of(part)).stream()
                .filter(problem -> problem.code() == Code.CYCLE)
                .forEach(problems::add));
      }
    }
    return problems;
  }

  /** What is wrong in one body, or in a lambda that it maps. */
  static List<Problem> problems(BodyGraph graph) {
    List<Problem> problems = new ArrayList<>();
    check(graph, problems);
    return problems;
  }

  private static void check(BodyGraph graph, List<Problem> problems) {
    WaitPath paths = new WaitPath(graph);
    Set<Set<WaitPath.Wait>> told = new HashSet<>();
    for (Ordering ordering : graph.body().orderings()) {
      if (!pointsDown(ordering, graph)) {
        continue;
      }
      String local = ordering.local().name();
      String after = ordering.after().name();
      Optional<List<WaitPath.Wait>> path = paths.closedBy(ordering);
      if (path.isEmpty()) {
        problems.add(LocalProblems.afterOrder(ordering.place(), local, after));
      } else if (told.add(Set.copyOf(path.get()))) {
        boolean annotated =
            path.get().stream().allMatch(wait -> wait.reason() == Edge.Reason.AFTER);
        problems.add(
            annotated
                ? LocalProblems.waitsByAnnotations(
                    ordering.place(), text(path.get()), path.get().size() > 1)
                : LocalProblems.waits(ordering.place(), text(path.get()), local, after));
      }
    }
    for (GraphNode node : graph.nodes()) {
      node.inner().ifPresent(inner -> check(inner.graph(), problems));
    }
  }

  private static boolean pointsDown(Ordering ordering, BodyGraph graph) {
    for (GraphNode node : graph.nodes()) {
      if (has(ordering.steps(), node.step())) {
        return true;
      }
      if (has(ordering.before(), node.step())) {
        return false;
      }
    }
    return false;
  }

  private static boolean has(List<Step> steps, Step step) {
    return steps.stream().anyMatch(each -> each == step);
  }

  private static String text(List<WaitPath.Wait> path) {
    int width = path.stream().mapToInt(wait -> wait.waiting().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (WaitPath.Wait wait : path) {
      lines.add(String.format(
          "    %-" + width + "s  %-18s  %-" + width + "s  (%sline %d)",
          wait.waiting(),
          verb(wait.reason()),
          wait.other(),
          wait.reason() == Edge.Reason.AFTER ? "@After, " : "",
          wait.line()));
    }
    return String.join("\n", lines);
  }

  private static String verb(Edge.Reason reason) {
    return switch (reason) {
      case AFTER -> "runs after";
      case BRANCH -> "depends on the";
      case DATA, FENCE -> "uses the result of";
    };
  }
}
