package dev.makespan.processor;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.Edge;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.reference.Code;
import dev.makespan.processor.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Builds the graphs of all bodies and generates nothing. */
final class GraphingProcessor extends EveryTypeProcessor {
  private final Map<String, List<Set<Edge>>> edges = new TreeMap<>();
  private final List<Code> codes = new ArrayList<>();

  /**
   * By the name of the flow class: the edges of each body, a lambda's after those of the body that
   * it stands in.
   */
  Map<String, List<Set<Edge>>> edges() {
    return edges;
  }

  /** The classes' graphs, with what the interpreter needs of their expressions. */
  List<Code> codes() {
    return codes;
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (edges.isEmpty()) {
      SourceReader reader = new SourceReader(processingEnv);
      ElementFilter.typesIn(round.getRootElements()).forEach(type -> graph(type, reader));
    }
    return false;
  }

  private void graph(TypeElement type, SourceReader reader) {
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> graph(inner, reader));
    boolean annotated = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .flatMap(method -> method.getAnnotationMirrors().stream())
        .anyMatch(
            annotation -> annotation.getAnnotationType().toString().startsWith("dev.makespan."));
    if (annotated) {
      FlowGraph graph = FlowGraph.of(reader.read(type).flow().orElseThrow());
      List<Set<Edge>> bodies = new ArrayList<>();
      for (Node node : graph.flow().nodes()) {
        graph.body(node).ifPresent(body -> add(body, bodies));
      }
      edges.put(graph.flow().flowName(), bodies);
      codes.add(new Code(graph));
    }
  }

  private static void add(BodyGraph body, List<Set<Edge>> bodies) {
    bodies.add(new LinkedHashSet<>(body.edges()));
    for (GraphNode node : body.nodes()) {
      node.inner().ifPresent(inner -> add(inner.graph(), bodies));
    }
  }
}
