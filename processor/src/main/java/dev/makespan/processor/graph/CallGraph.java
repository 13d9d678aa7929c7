package dev.makespan.processor.graph;

import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which workflow calls which, over the classes of a compilation and those compiled earlier that
 * they reach. Calls of dynamics aren't in it: recursion through them ends.
 */
public final class CallGraph {
  /**
   * One workflow's call of another.
   *
   * @param caller the calling workflow
   * @param callee the called one
   * @param place the call, perhaps in a class that was compiled earlier
   */
  public record Call(NodeRef caller, NodeRef callee, Place place) {}

  /**
   * A path of calls that leads back to where it began.
   *
   * @param calls the calls; the last leads to the caller of the first. It is a call of this
   *     compilation, if any of them is
   * @param place where it is told: at the last call, or where this compilation calls into it
   */
  public record Recursion(List<Call> calls, Place place) {
    /**
     * The workflow that could be made a dynamic to end it: the last called one, or the one that
     * calls it if only that is compiled now.
     */
    public NodeRef toChange() {
      Call last = calls.get(calls.size() - 1);
      return isCompiled(calls.get(0)) && !isCompiled(last) ? last.caller() : last.callee();
    }
  }

  private record Target(String key, Call call) {}

  private final Map<String, List<Target>> calls = new LinkedHashMap<>();
  private final CompiledCalls compiled;

  private CallGraph(CompiledCalls compiled) {
    this.compiled = compiled;
  }

  public static CallGraph of(Collection<FlowGraph> graphs, CompiledCalls compiled) {
    CallGraph graph = new CallGraph(compiled);
    for (FlowGraph flow : graphs) {
      for (Node node : flow.flow().nodes()) {
        List<Target> targets = new ArrayList<>();
        node.read().ifPresent(body -> collect(node.ref(), body.steps(), targets));
        graph.calls.put(NodeKeys.of(node.ref()), targets);
      }
    }
    return graph;
  }

  /** The first call of each other workflow that a workflow of a class makes, in source order. */
  public static List<Call> of(Node workflow) {
    List<Target> targets = new ArrayList<>();
    workflow.body().ifPresent(body -> collect(workflow.ref(), body.steps(), targets));
    Map<String, Call> first = new LinkedHashMap<>();
    targets.forEach(target -> first.putIfAbsent(target.key(), target.call()));
    return List.copyOf(first.values());
  }

  /** The name of a method in the {@code @Calls} of a flow class; of another class with that. */
  public static String key(NodeRef workflow, boolean ofOther) {
    return ofOther ? NodeKeys.of(workflow) : NodeKeys.of(workflow.method());
  }

  private static void collect(NodeRef caller, List<Step> steps, List<Target> targets) {
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        add(caller, call.node(), call.place(), targets);
      } else if (step instanceof Step.MapCall map) {
        add(caller, map.node(), map.called(), targets);
      } else if (step instanceof Step.MapBody map) {
        collect(caller, map.body().steps(), targets);
      } else if (step instanceof Step.Compound choice) {
        collect(caller, choice.steps(), targets);
      }
    }
  }

  private static void add(NodeRef caller, NodeRef callee, Place place, List<Target> targets) {
    if (callee.kind() == NodeKind.WORKFLOW) {
      targets.add(new Target(NodeKeys.of(callee), new Call(caller, callee, place)));
    }
  }

  /**
   * The recursions. Each is found once, by walking workflows and calls in source order, and calls
   * of compiled classes where the walk comes by.
   */
  public List<Recursion> recursions() {
    Map<List<String>, Recursion> found = new LinkedHashMap<>();
    Set<String> done = new HashSet<>();
    for (String workflow : List.copyOf(calls.keySet())) {
      walk(workflow, done, found);
    }
    return List.copyOf(found.values());
  }

  /** A workflow on the path of a walk, with the calls of it that are still to be followed. */
  private record Visit(String workflow, Iterator<Target> calls) {}

  /**
   * Walks depth first, with a stack of its own: chains of calls may be longer than Java's holds.
   */
  private void walk(String start, Set<String> done, Map<List<String>, Recursion> found) {
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
        found.putIfAbsent(List.copyOf(cycle.keySet()), recursion(cycle, path));
      } else {
        calls.computeIfAbsent(target.key(), key -> compiled(target.call().callee()));
        visit(target.key(), done, visits);
      }
    }
  }

  private void visit(String workflow, Set<String> done, Deque<Visit> visits) {
    if (!done.contains(workflow)) {
      visits.addLast(new Visit(workflow, calls.getOrDefault(workflow, List.of()).iterator()));
    }
  }

  private List<Target> compiled(NodeRef workflow) {
    return compiled.of(workflow).stream()
        .map(call -> new Target(NodeKeys.of(call.callee()), call))
        .toList();
  }

  /** Turns a cycle so that it ends with its last call of this compilation. */
  private static Recursion recursion(Map<String, Call> cycle, Map<String, Call> path) {
    List<Call> turned = new ArrayList<>(cycle.values());
    for (int i = 0; i < cycle.size() && isCompiled(turned.get(turned.size() - 1)); i++) {
      Collections.rotate(turned, 1);
    }
    Call told = turned.get(turned.size() - 1);
    for (Call call : path.values()) {
      if (isCompiled(call)) {
        break;
      }
      told = isCompiled(turned.get(turned.size() - 1)) ? call : told;
    }
    return new Recursion(List.copyOf(turned), told.place());
  }

  private static boolean isCompiled(Call call) {
    return call.place() instanceof CompiledCalls.CompiledPlace;
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
