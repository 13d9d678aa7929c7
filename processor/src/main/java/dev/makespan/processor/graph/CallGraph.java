package dev.makespan.processor.graph;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which workflow calls which, over the classes of a compilation. Calls of dynamics aren't in it:
 * recursion through them ends.
 */
public final class CallGraph {
  /**
   * One workflow's call of another.
   *
   * @param caller the calling workflow
   * @param callee the called one
   * @param place the call
   */
  public record Call(NodeRef caller, NodeRef callee, Place place) {}

  private record Target(String key, Call call) {}

  private final Map<String, List<Target>> calls = new LinkedHashMap<>();

  private CallGraph() {}

  public static CallGraph of(Collection<FlowGraph> graphs) {
    CallGraph graph = new CallGraph();
    for (FlowGraph flow : graphs) {
      for (Node node : flow.flow().nodes()) {
        List<Target> targets = new ArrayList<>();
        node.body().ifPresent(body -> collect(node.ref(), body, targets));
        graph.calls.put(NodeKeys.of(node.ref()), targets);
      }
    }
    return graph;
  }

  private static void collect(NodeRef caller, Body body, List<Target> targets) {
    for (Step step : body.steps()) {
      if (step instanceof Step.Call call) {
        add(caller, call.node(), call.place(), targets);
      } else if (step instanceof Step.MapCall map) {
        add(caller, map.node(), map.place(), targets);
      } else if (step instanceof Step.MapBody map) {
        collect(caller, map.body(), targets);
      }
    }
  }

  private static void add(NodeRef caller, NodeRef callee, Place place, List<Target> targets) {
    if (callee.kind() == NodeKind.WORKFLOW) {
      targets.add(new Target(NodeKeys.of(callee), new Call(caller, callee, place)));
    }
  }

  /**
   * The recursions: each a path of calls whose last one leads back to the workflow that makes the
   * first. Each is found once, by walking workflows and calls in source order.
   */
  public List<List<Call>> recursions() {
    Map<List<String>, List<Call>> found = new LinkedHashMap<>();
    Set<String> done = new HashSet<>();
    for (String workflow : calls.keySet()) {
      walk(workflow, done, found);
    }
    return List.copyOf(found.values());
  }

  /** A workflow on the path of a walk, with the calls of it that are still to be followed. */
  private record Visit(String workflow, Iterator<Target> calls) {}

  /**
   * Walks depth first, with a stack of its own: chains of calls may be longer than Java's holds.
   */
  private void walk(String start, Set<String> done, Map<List<String>, List<Call>> found) {
    Deque<Visit> visits = new ArrayDeque<>();
    // The workflows on the way to where the walk is, each with the call that leaves it.
    Map<String, Call> path = new LinkedHashMap<>();
    visit(start, done, visits);
    while (!visits.isEmpty()) {
      Visit visit = visits.getLast();
      path.remove(visit.workflow());
      if (!visit.calls().hasNext()) {
        done.add(visit.workflow());
        visits.removeLast();
        continue;
      }
      Target target = visit.calls().next();
      path.put(visit.workflow(), target.call());
      if (path.containsKey(target.key())) {
        Map<String, Call> cycle = from(target.key(), path);
        found.putIfAbsent(List.copyOf(cycle.keySet()), List.copyOf(cycle.values()));
      } else {
        visit(target.key(), done, visits);
      }
    }
  }

  private void visit(String workflow, Set<String> done, Deque<Visit> visits) {
    if (!done.contains(workflow)) {
      visits.addLast(new Visit(workflow, calls.getOrDefault(workflow, List.of()).iterator()));
    }
  }

  private static Map<String, Call> from(String first, Map<String, Call> path) {
    Map<String, Call> cycle = new LinkedHashMap<>();
    path.forEach((workflow, call) -> {
      if (!cycle.isEmpty() || workflow.equals(first)) {
        cycle.put(workflow, call);
      }
    });
    return cycle;
  }
}
