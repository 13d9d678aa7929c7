package dev.makespan.processor.check;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;

/** No two classes have a flow of one name, and no flow has the name of a class that the user wrote. */
final class FlowNameCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    Map<String, FlowClass> owners = new HashMap<>();
    for (FlowGraph graph : compilation.flows()) {
      FlowClass flow = graph.flow();
      if (flow.nodes().isEmpty()) {
        continue;
      }
      String name = graph.qualifiedName();
      FlowClass other = owners.putIfAbsent(name, flow);
      if (compilation.writtenTypes().contains(name)) {
        problems.add(Problems.flowClassExists(flow.nodes().get(0).place(), nameInPackage(flow), flow.flowName()));
      } else if (other != null && !other.element().getQualifiedName().equals(flow.element().getQualifiedName())) {
        problems.add(
            Problems.flowClassTwice(flow.nodes().get(0).place(), nameInPackage(flow), nameInPackage(other), flow.flowName()));
      }
    }
    return problems;
  }

  /** Such as {@code Outer.Inner}. */
  private static String nameInPackage(FlowClass flow) {
    String packageName = packageName(flow);
    String name = flow.element().getQualifiedName().toString();
    return packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
  }

  private static String packageName(FlowClass flow) {
    Element at = flow.element();
    while (at.getKind() != ElementKind.PACKAGE) {
      at = at.getEnclosingElement();
    }
    return ((PackageElement) at).getQualifiedName().toString();
  }
}
