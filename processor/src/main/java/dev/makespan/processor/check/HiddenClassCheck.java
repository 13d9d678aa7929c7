package dev.makespan.processor.check;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.FlowMembers;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * No expression uses a member of a class that a constant of the flow class hides, where the class
 * is in the unnamed package, so that qualifying it doesn't help.
 */
final class HiddenClassCheck implements Check {
  private static final Pattern MEMBER =
      Pattern.compile("\\s*(\\.(?!\\s*class\\b)|::).*", Pattern.DOTALL);
  private static final Pattern CREATION = Pattern.compile("(.*\\W)?new\\s+", Pattern.DOTALL);

  @Override
  public List<Problem> problems(Compilation compilation) {
    List<Problem> problems = new ArrayList<>();
    for (FlowGraph graph : compilation.flows()) {
      if (!graph.packageName().isEmpty()) {
        continue;
      }
      FlowMembers members = FlowMembers.of(graph.flow().element());
      Map<String, Node> constants = new HashMap<>();
      graph
          .flow()
          .nodes()
          .forEach(node -> constants.put(members.get(node.ref().method()).constant(), node));
      graph
          .flow()
          .nodes()
          .forEach(node -> graph.body(node).ifPresent(body -> search(body, constants, problems)));
    }
    return problems;
  }

  private static void search(BodyGraph body, Map<String, Node> constants, List<Problem> problems) {
    for (GraphNode node : body.nodes()) {
      node.inner().ifPresent(inner -> search(inner.graph(), constants, problems));
      if (node.step() instanceof Step.Pure pure) {
        search(pure, constants, problems);
      }
    }
  }

  private static void search(Step.Pure pure, Map<String, Node> constants, List<Problem> problems) {
    List<Snippet.Piece> pieces = pure.code().pieces();
    for (int i = 0; i < pieces.size(); i++) {
      String root = pieces.get(i) instanceof Snippet.Piece.Type type ? root(type.element()) : "";
      Node hiding = constants.get(root);
      if (hiding != null
          && MEMBER.matcher(text(pieces, i + 1)).matches()
          && !CREATION.matcher(text(pieces, i - 1)).matches()) {
        problems.add(
            ExpressionProblems.hiddenByConstant(pure.place(), root, hiding.ref().name()));
        return;
      }
    }
  }

  private static String text(List<Snippet.Piece> pieces, int index) {
    return index >= 0
            && index < pieces.size()
            && pieces.get(index) instanceof Snippet.Piece.Text text
        ? text.source()
        : "";
  }

  private static String root(TypeElement type) {
    Element root = type;
    while (root.getEnclosingElement() instanceof TypeElement around) {
      root = around;
    }
    return root.getSimpleName().toString();
  }
}
