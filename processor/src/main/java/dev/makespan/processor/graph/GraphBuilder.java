package dev.makespan.processor.graph;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Builds the graph of one body. Finds the variables that it takes from around it on the way. */
final class GraphBuilder {
  private final Body body;
  private final Map<Variable, Integer> producers = new HashMap<>();
  private final Set<Variable> parameters;
  private final Set<Variable> free = new LinkedHashSet<>();
  private final Set<Integer> used = new HashSet<>();
  private boolean readsSelf;

  GraphBuilder(Body body) {
    this.body = body;
    this.parameters = Set.copyOf(body.parameters());
  }

  BodyGraph build() {
    List<GraphNode> nodes = new ArrayList<>();
    OptionalInt fence = OptionalInt.empty();
    for (Step step : body.steps()) {
      int position = nodes.size();
      Optional<InnerGraph> inner =
          step instanceof Step.MapBody map ? Optional.of(inner(map)) : Optional.empty();
      Set<Integer> inputs = new LinkedHashSet<>();
      for (Variable variable : reads(step, inner)) {
        read(variable).ifPresent(inputs::add);
      }
      GraphNode node = new GraphNode(position, step, List.copyOf(inputs), fence, false, inner);
      nodes.add(node);
      step.result().ifPresent(result -> producers.put(result, position));
      if (node.isFence()) {
        fence = OptionalInt.of(position);
      }
    }
    body.result().ifPresent(result -> valueReads(List.of(result)).forEach(this::read));
    nodes.replaceAll(node -> new GraphNode(
        node.position(),
        node.step(),
        node.inputs(),
        node.fence(),
        used.contains(node.position()),
        node.inner()));
    return new BodyGraph(body, nodes);
  }

  private InnerGraph inner(Step.MapBody map) {
    GraphBuilder builder = new GraphBuilder(map.body());
    BodyGraph graph = builder.build();
    return new InnerGraph(graph, List.copyOf(builder.free), builder.readsSelf);
  }

  /** Notes the reading, and tells which step makes the value, if one of this body does. */
  private Optional<Integer> read(Variable variable) {
    Integer producer = producers.get(variable);
    if (producer != null) {
      used.add(producer);
      return Optional.of(producer);
    }
    if (!parameters.contains(variable)) {
      free.add(variable);
    }
    return Optional.empty();
  }

  private Set<Variable> reads(Step step, Optional<InnerGraph> inner) {
    if (step instanceof Step.Call call) {
      return valueReads(call.in());
    }
    if (step instanceof Step.Pure pure) {
      readsSelf |= pure.code().readsSelf();
      return new LinkedHashSet<>(pure.code().reads());
    }
    if (step instanceof Step.MapCall map) {
      Set<Variable> reads = valueReads(List.of(map.list()));
      reads.addAll(valueReads(map.in()));
      return reads;
    }
    Set<Variable> reads = valueReads(List.of(((Step.MapBody) step).list()));
    InnerGraph innerGraph = inner.orElseThrow();
    readsSelf |= innerGraph.capturesSelf();
    reads.addAll(innerGraph.captures());
    return reads;
  }

  private Set<Variable> valueReads(List<Value> values) {
    Set<Variable> reads = new LinkedHashSet<>();
    for (Value value : values) {
      if (value instanceof Value.Read read) {
        reads.add(read.variable());
      } else if (value instanceof Value.Self) {
        readsSelf = true;
      }
    }
    return reads;
  }
}
