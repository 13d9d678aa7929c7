package dev.makespan.processor.check;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No two classes have a flow of one name, and no flow has the name of a class that the user wrote.
 */
final class FlowNameCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    Map<String, FlowGraph> owners = new HashMap<>();
    for (FlowGraph graph : compilation.flows()) {
      FlowClass flow = graph.flow();
      if (flow.nodes().isEmpty()) {
        continue;
      }
      String name = graph.qualifiedName();
      FlowGraph other = owners.putIfAbsent(name, graph);
      if (compilation.writtenTypes().contains(name)) {
        problems.add(Problems.flowClassExists(
            flow.nodes().get(0).place(), nameInPackage(graph), flow.flowName()));
      } else if (other != null
          && !other.flow().element().getQualifiedName().equals(flow.element().getQualifiedName())) {
        problems.add(Problems.flowClassTwice(
            flow.nodes().get(0).place(),
            nameInPackage(graph),
            nameInPackage(other),
            flow.flowName()));
      }
    }
    return problems;
  }

  /** Such as {@code Outer.Inner}. */
  private static String nameInPackage(FlowGraph graph) {
    String packageName = graph.packageName();
    String name = graph.flow().element().getQualifiedName().toString();
    return packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
  }
}
