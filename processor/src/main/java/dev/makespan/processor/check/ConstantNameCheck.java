package dev.makespan.processor.check;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.FlowMembers;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two methods of a class have a constant of one name. */
final class ConstantNameCheck implements Check {
  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph graph : compilation.flows()) {
      FlowMembers members = FlowMembers.of(graph.flow().element());
      Map<String, Node> owners = new HashMap<>();
      for (Node node : graph.flow().nodes()) {
        String constant = members.get(node.ref().method()).constant();
        Node other = owners.putIfAbsent(constant, node);
        if (other != null && !sameSignature(node, other)) {
          problems.add(Problems.constantTwice(
              node.place(), node.ref().name(), other.ref().name(), constant));
        }
      }
    }
    return problems;
  }

  /** Overloads of one number of arguments are told elsewhere. */
  private static boolean sameSignature(Node node, Node other) {
    return node.ref().name().equals(other.ref().name())
        && node.ref().method().getParameters().size()
            == other.ref().method().getParameters().size();
  }
}
