package dev.makespan.processor.graph;

import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why one local of a body waits for another, through values and orderings, also those that no body
 * can follow since they point downwards.
 */
public final class WaitPath {
  /**
   * One step that waits for another.
   *
   * @param waiting the name of the local, or of the called method, that waits
   * @param reason {@code DATA}, {@code BRANCH} or {@code AFTER}
   * @param line the line of the waiting step, or of the annotation
   */
  public record Wait(String waiting, String other, Edge.Reason reason, int line) {}

  /** A wait with the step it leads to. */
  private record Way(Wait edge, Step from, Step to) {}

  private final List<GraphNode> nodes;
  private final List<Ordering> orderings;

  public WaitPath(BodyGraph graph) {
    this.nodes = graph.nodes();
    this.orderings = graph.body().orderings();
  }

  /**
   * The shortest chain of waits by which the local that an ordering names waits for the local that
   * the ordering is for; closed by the ordering itself. Empty if there is none.
   */
  public Optional<List<Wait>> closedBy(Ordering ordering) {
    Wait closing = wait(ordering);
    if (ordering.local() == ordering.after()) {
      return Optional.of(List.of(closing));
    }
    Set<Step> goal = Collections.newSetFromMap(new IdentityHashMap<>());
    goal.addAll(ordering.steps());
    IdentityHashMap<Step, Way> reached = new IdentityHashMap<>();
    Deque<Step> open = new ArrayDeque<>(ordering.before());
    Set<Step> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.addAll(ordering.before());
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (goal.contains(step)) {
        return Optional.of(path(step, reached, closing));
      }
      for (Way way : ways(step)) {
        if (seen.add(way.to())) {
          reached.put(way.to(), way);
          open.add(way.to());
        }
      }
    }
    return Optional.empty();
  }

  private static List<Wait> path(Step end, IdentityHashMap<Step, Way> reached, Wait closing) {
    List<Wait> path = new ArrayList<>(List.of(closing));
    for (Way way = reached.get(end); way != null; way = reached.get(way.from())) {
      path.add(0, way.edge());
    }
    return merged(path);
  }

  /** Without the steps between which the name doesn't change. */
  private static List<Wait> merged(List<Wait> path) {
    return path.stream().filter(wait -> !wait.waiting().equals(wait.other())).toList();
  }

  private List<Way> ways(Step step) {
    List<Way> ways = new ArrayList<>();
    for (GraphNode node : nodes) {
      if (node.step() == step) {
        for (int input : node.inputs()) {
          Step other = nodes.get(input).step();
          ways.add(way(step, other, Edge.Reason.DATA));
        }
        for (Guard guard : node.guards()) {
          Step other = nodes.get(guard.on()).step();
          ways.add(way(step, other, Edge.Reason.BRANCH));
        }
      }
    }
    for (Ordering ordering : orderings) {
      if (has(ordering.steps(), step)) {
        ordering.before().forEach(other -> ways.add(new Way(wait(ordering), step, other)));
      }
    }
    return ways;
  }

  private Way way(Step step, Step other, Edge.Reason reason) {
    return new Way(new Wait(name(step), name(other), reason, step.place().line()), step, other);
  }

  private static Wait wait(Ordering ordering) {
    return new Wait(
        ordering.local().name(),
        ordering.after().name(),
        Edge.Reason.AFTER,
        ordering.place().line());
  }

  /** The local in whose initialiser a step stands, as far as that is known; else the step's own. */
  private String name(Step step) {
    for (Ordering ordering : orderings) {
      if (has(ordering.steps(), step)) {
        return ordering.local().name();
      }
      if (has(ordering.before(), step)) {
        return ordering.after().name();
      }
    }
    if (step instanceof Step.Return) {
      return "return";
    }
    if (step instanceof Step.Throw) {
      return "throw";
    }
    if (step instanceof Step.Try || step instanceof Step.Finally || step instanceof Step.Last) {
      return "try";
    }
    return isCondition(step) ? "condition" : step.result().map(Variable::name).orElse("call");
  }

  /** Whether it is a decision, or the expression that it asks. */
  private boolean isCondition(Step step) {
    return step instanceof Step.Decision
        || (step instanceof Step.Pure pure
            && nodes.stream()
                .map(GraphNode::step)
                .filter(Step.Decision.class::isInstance)
                .map(choice -> ((Step.Decision) choice).asks())
                .anyMatch(asked -> asked instanceof Value.Read read
                    && read.variable().origin() == Variable.Origin.TEMPORARY
                    && pure.result().filter(read.variable()::equals).isPresent()));
  }

  private static boolean has(List<Step> steps, Step step) {
    return steps.stream().anyMatch(each -> each == step);
  }
}
