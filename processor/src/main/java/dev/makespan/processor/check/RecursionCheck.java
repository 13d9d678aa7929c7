package dev.makespan.processor.check;

import dev.makespan.processor.graph.CallGraph;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** No workflow reaches itself through workflows only. */
final class RecursionCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    CallGraph graph = CallGraph.of(compilation.flows(), compilation.compiled());
    for (CallGraph.Recursion recursion : graph.recursions()) {
      Function<NodeRef, String> names = names(recursion.calls());
      problems.add(Problems.cycle(
          recursion.place(), path(recursion.calls(), names), names.apply(recursion.toChange())));
    }
    return problems;
  }

  /** The shortest names that tell the workflows apart. */
  private static Function<NodeRef, String> names(List<CallGraph.Call> cycle) {
    Function<NodeRef, String> qualified =
        workflow -> workflow.owner().getQualifiedName() + "." + workflow.name();
    Function<NodeRef, String> shortest =
        workflow -> workflow.owner().getSimpleName() + "." + workflow.name();
    if (distinct(cycle, workflow -> workflow.owner().getQualifiedName().toString()) == 1) {
      shortest = NodeRef::name;
    } else if (distinct(cycle, shortest) < distinct(cycle, qualified)) {
      shortest = qualified;
    }
    Function<NodeRef, String> name = shortest;
    return distinct(cycle, name) < cycle.size()
        ? workflow -> name.apply(workflow) + parameters(workflow)
        : name;
  }

  private static int distinct(List<CallGraph.Call> cycle, Function<NodeRef, String> names) {
    Set<String> all = new HashSet<>();
    cycle.forEach(call -> all.add(names.apply(call.caller())));
    return all.size();
  }

  /** Such as {@code (int,java.lang.String)}. */
  private static String parameters(NodeRef workflow) {
    return workflow.method().toString().substring(workflow.name().length());
  }

  private static String path(List<CallGraph.Call> cycle, Function<NodeRef, String> names) {
    int width = cycle.stream()
        .mapToInt(call -> names.apply(call.caller()).length())
        .max()
        .orElse(0);
    List<String> lines = new ArrayList<>();
    for (CallGraph.Call call : cycle) {
      Place place = call.place();
      lines.add("    " + pad(names.apply(call.caller()), width) + "  calls  "
          + pad(names.apply(call.callee()), width) + "  (" + place.file() + ":" + place.line()
          + ")");
    }
    return String.join("\n", lines);
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
