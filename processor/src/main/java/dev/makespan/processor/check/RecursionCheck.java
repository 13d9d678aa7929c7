package dev.makespan.processor.check;

import dev.makespan.processor.graph.CallGraph;
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
    for (List<CallGraph.Call> cycle : CallGraph.of(compilation.flows()).recursions()) {
      CallGraph.Call closing = cycle.get(cycle.size() - 1);
      problems.add(Problems.cycle(closing.place(), path(cycle), closing.callee()));
    }
    return problems;
  }

  private static String path(List<CallGraph.Call> cycle) {
    int callers = cycle.stream().mapToInt(call -> call.caller().length()).max().orElse(0);
    int callees = cycle.stream().mapToInt(call -> call.callee().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (CallGraph.Call call : cycle) {
      Place place = call.place();
      lines.add(
          "    "
              + pad(call.caller(), callers)
              + "  calls  "
              + pad(call.callee(), callees)
              + ("  (" + place.file() + ":" + place.line() + ")"));
    }
    return String.join("\n", lines);
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
