package dev.makespan.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run consists of: its call sites and what each waits for.
 *
 * <p>A call site is one node, however often it is executed: the elements of a map share theirs, and
 * so do the calls that a dynamic's loop makes. A run that hasn't ended has a graph as far as it
 * got.
 *
 * @param nodes the call sites; the first is the run's root, and a node comes after the one it is
 *     part of
 * @param edges what waits for what
 */
public record RunGraph(List<Node> nodes, List<Edge> edges) {
  public RunGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A call site.
   *
   * @param id the path of call sites from the root, such as {@code analyzeAll/map/analyze/topics};
   *     unique in the graph, and the same in each run of the same code
   * @param parent the id of the node that it is part of; empty for the root
   * @param name the name of the task, workflow or dynamic; of the local that a pure expression
   *     gives its value to, else of the parameter, or {@code result} if it is returned
   * @param kind what it is
   * @param file the simple name of the source file
   * @param line the line of the call; for the root and for what a dynamic calls, the line of the
   *     called method
   */
  public record Node(String id, String parent, String name, Kind kind, String file, int line) {}

  /**
   * That one call site waits for another.
   *
   * @param from the id of the node that ends first
   * @param to the id of the node that waits for it
   * @param reason why it waits
   */
  public record Edge(String from, String to, Reason reason) {}

  /** Why one call site waits for another. */
  public enum Reason {
    /** It uses the other's result. */
    DATA,
    /** One of both returns nothing. */
    FENCE,
    /** An {@link dev.makespan.After} says so. */
    AFTER,
    /** It stands in a branch that the other one decides on, or below an early return. */
    BRANCH;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name as texts show it. */
    public String label() {
      return label;
    }
  }

  /** What a node is. */
  public enum Kind {
    TASK,
    WORKFLOW,
    DYNAMIC,
    MAP,
    EXPRESSION;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name as texts show it. */
    public String label() {
      return label;
    }
  }

  /**
   * The graph as a JSON object, in ASCII and without line breaks, for programs. Names are stable;
   * later versions may add some.
   *
   * <pre>{@code
   * {"nodes": [{"id", "parent", "name", "kind", "file", "line"}],
   *  "edges": [{"from", "to", "reason"}]}
   * }</pre>
   *
   * <p>The values are those of {@link Node} and {@link Edge}: texts, and numbers for lines; kinds
   * and reasons are their constants' names in lower case.
   */
  public String toJson() {
    JsonWriter json = new JsonWriter().object().array("nodes");
    for (Node node : nodes) {
      json.object()
          .field("id", node.id())
          .field("parent", node.parent())
          .field("name", node.name())
          .field("kind", node.kind().label())
          .field("file", node.file())
          .field("line", node.line())
          .end();
    }
    json.endArray().array("edges");
    for (Edge edge : edges) {
      json.object()
          .field("from", edge.from())
          .field("to", edge.to())
          .field("reason", edge.reason().label())
          .end();
    }
    return json.endArray().end().toString();
  }

  /**
   * The graph as an indented text: one line a node, with its kind, its place and what it waits for.
   */
  @Override
  public String toString() {
    Map<String, Node> byId = new HashMap<>();
    Map<String, List<Edge>> incoming = new HashMap<>();
    for (Node node : nodes) {
      byId.put(node.id(), node);
    }
    for (Edge edge : edges) {
      incoming.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
    }
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      int depth = depth(node, byId);
      String name = "  ".repeat(depth) + node.name();
      text.append(String.format(
          Locale.ROOT, "%-32s %-10s %s:%d", name, node.kind().label(), node.file(), node.line()));
      List<Edge> waitsFor = incoming.getOrDefault(node.id(), List.of());
      for (int i = 0; i < waitsFor.size(); i++) {
        Edge edge = waitsFor.get(i);
        text.append(i == 0 ? "  <- " : ", ").append(shortName(edge.from()));
        if (edge.reason() != Reason.DATA) {
          text.append(" (").append(edge.reason().label()).append(')');
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static int depth(Node node, Map<String, Node> byId) {
    int depth = 0;
    for (Node up = byId.get(node.parent()); up != null; up = byId.get(up.parent())) {
      depth++;
    }
    return depth;
  }

  private static String shortName(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
