package dev.makespan.processor.check;

import dev.makespan.processor.graph.CallGraph;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** No workflow reaches itself through workflows only. */
final class RecursionCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    CallGraph graph = CallGraph.of(compilation.flows(), compilation.compiled());
    for (CallGraph.Recursion recursion : graph.recursions()) {
      List<CallGraph.Call> cycle = recursion.calls();
      boolean oneClass = cycle.stream()
              .map(call -> call.caller().owner().getQualifiedName().toString())
              .distinct()
              .count()
          == 1;
      problems.add(Problems.cycle(
          recursion.place(), path(cycle, oneClass), name(recursion.toChange(), oneClass)));
    }
    return problems;
  }

  private static String path(List<CallGraph.Call> cycle, boolean oneClass) {
    List<String> callers =
        cycle.stream().map(call -> name(call.caller(), oneClass)).toList();
    List<String> callees =
        cycle.stream().map(call -> name(call.callee(), oneClass)).toList();
    int width = callers.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cycle.size(); i++) {
      Place place = cycle.get(i).place();
      lines.add("    " + pad(callers.get(i), width) + "  calls  " + pad(callees.get(i), width)
          + "  (" + place.file() + ":" + place.line() + ")");
    }
    return String.join("\n", lines);
  }

  private static String name(NodeRef workflow, boolean oneClass) {
    return oneClass ? workflow.name() : workflow.owner().getSimpleName() + "." + workflow.name();
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
