package dev.makespan.processor.check;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.ReservedNames;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** No method has the name of a method that every flow class has. */
final class MemberNameCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph graph : compilation.flows()) {
      for (Node node : graph.flow().nodes()) {
        ReservedNames.clash(node.ref().method())
            .ifPresent(
                clash -> problems.add(Problems.flowName(node.place(), node.ref().name(), clash)));
      }
    }
    return problems;
  }
}
