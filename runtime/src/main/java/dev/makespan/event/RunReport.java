package dev.makespan.event;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a run went: what was executed how often and how long, and what its time was spent on.
 *
 * @param run the run's id
 * @param outcome how it ended, or that it hasn't
 * @param makespan the time from the start of the run to its end, or until now
 * @param work the sum of the times of all executions of tasks, as long as each took beside the
 *     others
 * @param criticalPath the longest chain of tasks and expressions that waited for each other, in
 *     order. With more slots or threads the run could not have been faster than this
 * @param nodes the call sites, in the order of {@link RunGraph#nodes}
 * @param overruns how many tasks ignored an interrupt for longer than the grace period, so that the
 *     run went on without them
 */
public record RunReport(
    String run,
    Outcome outcome,
    Duration makespan,
    Duration work,
    List<PathStep> criticalPath,
    List<NodeReport> nodes,
    int overruns) {
  /** How many steps of a long critical path the text shows at each end. */
  private static final int SHOWN = 12;

  public RunReport {
    criticalPath = List.copyOf(criticalPath);
    nodes = List.copyOf(nodes);
  }

  /** How a run ended. */
  public enum Outcome {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  /**
   * A step of the critical path.
   *
   * @param node the id of the call site
   * @param name its name
   * @param time how long this execution took
   */
  public record PathStep(String node, String name, Duration time) {}

  /**
   * What is known of one call site.
   *
   * @param node its id, as in the {@link RunGraph}
   * @param name its name
   * @param kind what it is
   * @param line its line
   * @param count how many executions started
   * @param failures how many failed
   * @param firstStart when the first one started, from the start of the run; zero if none did
   * @param lastEnd when the last one ended, from the start of the run; zero if none did
   * @param time the sum of their times
   */
  public record NodeReport(
      String node,
      String name,
      RunGraph.Kind kind,
      int line,
      long count,
      long failures,
      Duration firstStart,
      Duration lastEnd,
      Duration time) {}

  /** The length of the critical path. */
  public Duration criticalPathTime() {
    return criticalPath.stream().map(PathStep::time).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The sum of all task times divided by the makespan.
   *
   * <p>That is how many times faster the run was than the same tasks one after the other only as
   * far as they don't slow each other down. Tasks that share cores, a lock or a service take longer
   * beside each other than alone; the sum counts that time, so the figure is then higher than what
   * a clock shows for the plain call and the run. Expressions and the bodies of dynamics aren't in
   * the sum.
   */
  public double speedUp() {
    return makespan.isZero() ? 1.0 : (double) work.toNanos() / makespan.toNanos();
  }

  /** The report as a text of some lines, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(
        Locale.ROOT,
        "run %s %s: makespan %s, tasks %s in sum, speed-up %.2f (sum / makespan)%n",
        run,
        outcome.name().toLowerCase(Locale.ROOT),
        format(makespan),
        format(work),
        speedUp()));
    text.append("critical path ").append(format(criticalPathTime())).append(": ");
    for (int i = 0; i < criticalPath.size(); i++) {
      if (i == SHOWN && criticalPath.size() > 2 * SHOWN) {
        text.append(" -> … ").append(criticalPath.size() - 2 * SHOWN).append(" more");
        i = criticalPath.size() - SHOWN;
      }
      PathStep step = criticalPath.get(i);
      text.append(i == 0 ? "" : " -> ").append(step.name()).append(' ').append(format(step.time()));
    }
    text.append(String.format("%n"));
    if (overruns > 0) {
      text.append(String.format(
          "overruns: %d (ignored an interrupt for longer than the grace period)%n", overruns));
    }
    text.append(String.format(
        "%-36s %-10s %6s %8s %8s %10s %10s %10s%n",
        "node", "kind", "line", "count", "failed", "start", "end", "time"));
    for (NodeReport node : nodes) {
      text.append(String.format(
          Locale.ROOT,
          "%-36s %-10s %6d %8d %8d %10s %10s %10s%n",
          indented(node),
          node.kind().label(),
          node.line(),
          node.count(),
          node.failures(),
          format(node.firstStart()),
          format(node.lastEnd()),
          format(node.time())));
    }
    return text.toString();
  }

  private static String indented(NodeReport node) {
    long depth = node.node().chars().filter(c -> c == '/').count();
    return "  ".repeat((int) Math.min(depth, 8)) + node.name();
  }

  private static String format(Duration time) {
    double ms = time.toNanos() / 1e6;
    return ms < 1
        ? String.format(Locale.ROOT, "%.0f µs", ms * 1000)
        : ms < 10_000
            ? String.format(Locale.ROOT, "%.1f ms", ms)
            : String.format(Locale.ROOT, "%.2f s", ms / 1000);
  }
}
