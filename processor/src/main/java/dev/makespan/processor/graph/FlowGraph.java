package dev.makespan.processor.graph;

import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import org.jspecify.annotations.Nullable;

/** A class with annotated methods, and the graph of each of its workflows. */
public final class FlowGraph {
  private final FlowClass flow;
  private final Map<String, BodyGraph> bodies;

  private FlowGraph(FlowClass flow, Map<String, BodyGraph> bodies) {
    this.flow = flow;
    this.bodies = bodies;
  }

  /** The graphs of a class's bodies; none for a broken class. */
  public static FlowGraph of(FlowClass flow) {
    Map<String, BodyGraph> bodies = new LinkedHashMap<>();
    for (Node node : flow.nodes()) {
      node.body().ifPresent(body -> bodies.put(NodeKeys.of(node.ref()), BodyGraph.of(body)));
    }
    return new FlowGraph(Objects.requireNonNull(flow), bodies);
  }

  public FlowClass flow() {
    return flow;
  }

  /** The name of the package of both classes; empty for the unnamed one. */
  public String packageName() {
    return packageName(flow.element());
  }

  private static String packageName(@Nullable Element at) {
    if (at == null) {
      return "";
    }
    return at instanceof PackageElement found
        ? found.getQualifiedName().toString()
        : packageName(at.getEnclosingElement());
  }

  /** The qualified name of the flow class. */
  public String qualifiedName() {
    return packageName().isEmpty() ? flow.flowName() : packageName() + "." + flow.flowName();
  }

  /** The graph of a workflow; empty for other nodes and for a workflow with errors. */
  public Optional<BodyGraph> body(Node node) {
    return Optional.ofNullable(bodies.get(NodeKeys.of(node.ref())));
  }

  /** The same class with signatures only. */
  public FlowGraph broken() {
    return new FlowGraph(
        new FlowClass(
            flow.element(),
            flow.flowName(),
            flow.file(),
            flow.nodes(),
            flow.auxiliaries(),
            flow.ascii(),
            true),
        bodies);
  }
}
