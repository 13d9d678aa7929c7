package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport.NodeReport;
import dev.makespan.event.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why nodes waited, as far as the figures of the default recording tell.
 *
 * <p>Where every body is wired once, each call is executed once at most, and its first start and
 * last end are those of that one execution: so its inputs ended then, and what lies between the end
 * of the last of them and its own end, and isn't the time of an attempt, it waited. Its wait for a
 * pool and because of its back-off is known; the rest was for a slot. What a map or a dynamic
 * executes is left out, since its figures may be those of different executions.
 */
final class DefaultWaits {
  private final Map<String, RunGraph.Node> nodes = new HashMap<>();
  private final Map<String, List<String>> inputs = new HashMap<>();
  private final Map<String, Duration> ends = new HashMap<>();
  private final Map<String, Duration> begins = new HashMap<>();
  private final Map<String, CallSite.Figures> figures;

  private DefaultWaits(
      RunGraph graph, List<NodeReport> reports, Map<String, CallSite.Figures> figures) {
    this.figures = figures;
    for (RunGraph.Node node : graph.nodes()) {
      nodes.put(node.id(), node);
    }
    for (RunGraph.Edge edge : graph.edges()) {
      inputs.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
    }
    // Backwards, so that a node has its end before it is counted for what it is part of.
    for (int i = reports.size() - 1; i >= 0; i--) {
      NodeReport report = reports.get(i);
      ends.merge(report.node(), report.lastEnd(), DefaultWaits::later);
      RunGraph.Node node = nodes.get(report.node());
      if (node != null && !node.parent().isEmpty()) {
        ends.merge(node.parent(), end(report.node()), DefaultWaits::later);
      }
    }
    begin(graph);
  }

  /**
   * The reports with the waits that can be told.
   *
   * @param graph the graph of a whole run, not of a call inside a dynamic
   * @param figures what is known of the nodes, by their ids
   */
  static List<NodeReport> fill(
      RunGraph graph, List<NodeReport> reports, Map<String, CallSite.Figures> figures) {
    DefaultWaits waits = new DefaultWaits(graph, reports, figures);
    return reports.stream().map(waits::filled).toList();
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Duration end(String node) {
    return ends.getOrDefault(node, Duration.ZERO);
  }

  /** Finds when the bodies of workflows began, from the root down. */
  private void begin(RunGraph graph) {
    for (RunGraph.Node node : graph.nodes()) {
      if (node.kind() != RunGraph.Kind.WORKFLOW) {
        continue;
      }
      Duration ofParent = node.parent().isEmpty() ? Duration.ZERO : begins.get(node.parent());
      if (ofParent != null) {
        begins.put(node.id(), ready(node.id(), ofParent));
      }
    }
  }

  /** When all inputs of a node had ended. */
  private Duration ready(String node, Duration begin) {
    String last = lastInput(node);
    return last == null ? begin : later(begin, end(last));
  }

  private @Nullable String lastInput(String node) {
    String last = null;
    Duration latest = Duration.ZERO;
    for (String input : inputs.getOrDefault(node, List.of())) {
      // What never ended, as the part of a branch that wasn't taken, held nobody back.
      if (end(input).compareTo(latest) > 0) {
        last = input;
        latest = end(input);
      }
    }
    return last;
  }

  private NodeReport filled(NodeReport report) {
    RunGraph.Node node = nodes.get(report.node());
    Duration begin = node == null ? null : begins.get(node.parent());
    boolean once = report.count() == 1
        && (report.kind() == RunGraph.Kind.TASK || report.kind() == RunGraph.Kind.EXPRESSION);
    if (begin == null || !once) {
      return report;
    }
    Duration ready = ready(report.node(), begin);
    CallSite.Figures known = figures.get(report.node());
    Duration pool = Duration.ofNanos(known == null ? 0 : known.poolNanos());
    Duration backoff = Duration.ofNanos(known == null ? 0 : known.backoffNanos());
    boolean goesOn = report.lastEnd().compareTo(report.firstStart()) < 0;
    Duration waited = goesOn
        ? report.firstStart().minus(ready)
        : report.lastEnd().minus(ready).minus(report.time());
    Duration slot = later(Duration.ZERO, waited.minus(pool).minus(backoff));
    String last = lastInput(report.node());
    return new NodeReport(
        report.node(),
        report.name(),
        report.kind(),
        report.line(),
        report.count(),
        report.failures(),
        report.firstStart(),
        report.lastEnd(),
        report.time(),
        new Waits(
            Waits.Wait.of(ready.minus(begin)),
            last == null ? "" : last,
            Waits.Wait.of(slot),
            Waits.Wait.of(pool),
            Waits.Wait.of(backoff)));
  }
}
