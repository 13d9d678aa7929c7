package dev.makespan.event;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a run went: what was executed how often and how long, and what its time was spent on.
 *
 * @param run the run's id
 * @param outcome how it ended, or that it hasn't
 * @param makespan the time from the start of the run to its end, or until now
 * @param work the sum of the times of all executions of tasks, as long as each took beside the
 *     others
 * @param limit how many tasks of the run could be executed at the same time, by the limit of its
 *     workflow and its runner; 0 for any number
 * @param criticalPath the longest chain of tasks and expressions that waited for each other, in
 *     order. With more slots or threads the run could not have been faster than this. Where a
 *     dynamic has waited a thousand times, the steps up to then of the same node are told as one
 * @param nodes the call sites, in the order of {@link RunGraph#nodes}
 * @param overruns how many tasks ignored an interrupt for longer than the grace period, so that the
 *     run went on without them
 * @param executions the single executions, if {@link Recording#FULL} was asked for; else
 *     {@link Executions#NONE}
 */
public record RunReport(
    String run,
    Outcome outcome,
    Duration makespan,
    Duration work,
    int limit,
    List<PathStep> criticalPath,
    List<NodeReport> nodes,
    int overruns,
    Executions executions) {
  /** How many steps of a long critical path the text shows at each end. */
  private static final int SHOWN = 12;

  /** The part of the makespan that a wait must take to be shown in the text: a hundredth. */
  private static final int NOTABLE = 100;

  public RunReport {
    criticalPath = List.copyOf(criticalPath);
    nodes = List.copyOf(nodes);
  }

  /** How a run ended. */
  public enum Outcome {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name as texts show it. */
    public String label() {
      return label;
    }
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
   * @param waits why they waited; null if that isn't known. {@link Recording#FULL} knows it of each
   *     call site. Without it, it is known of tasks and expressions that are executed once, in the
   *     run's workflow or the workflows that this calls, but in no map and no dynamic
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
      Duration time,
      @Nullable Waits waits) {}

  /** The length of the critical path. */
  public Duration criticalPathTime() {
    return criticalPath.stream().map(PathStep::time).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * A time that the run could not have gone below with tasks as long as these: the length of the
   * critical path, or the sum of all task times divided by the {@link #limit}, whichever is more.
   * The limits of pools, maps and inner workflows may make the real bound higher.
   */
  public Duration lowerBound() {
    Duration path = criticalPathTime();
    Duration packed = packed();
    return path.compareTo(packed) >= 0 ? path : packed;
  }

  /** How long the tasks take when all slots are busy all the time; zero without a limit. */
  private Duration packed() {
    return limit == 0 ? Duration.ZERO : work.dividedBy(limit);
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

  /**
   * The report as a JSON object, in ASCII and without line breaks, for programs. Names are stable;
   * later versions may add some.
   *
   * <pre>{@code
   * {"run", "outcome", "makespan", "work", "limit", "lowerBound", "speedUp", "overruns",
   *  "criticalPath": {"time", "steps": [{"node", "name", "time"}]},
   *  "nodes": [{"node", "name", "kind", "line", "count", "failures", "firstStart", "lastEnd", "time",
   *    "waits": {"lastInput", "inputs": {"total", "longest"}, "slot": …, "pool": …, "backoff": …}}],
   *  "executions": {"total", "kept": [{"number", "node", "name", "kind", "element", "outcome",
   *    "queuedAt", "endedAt", "inputs", "lastInput", "slot", "pool", "backoff",
   *    "attempts": [{"number", "startedAt", "endedAt", "thread", "outcome", "failure", "overrun"}]}]}}
   * }</pre>
   *
   * <p>The values are those of the records. Times and durations are numbers of nanoseconds, times
   * from the start of the run. Outcomes and kinds are their constants' names in lower case.
   * {@code waits} is null if it isn't known, {@code endedAt} while something goes on.
   */
  public String toJson() {
    return new ReportJson().write(this);
  }

  /** The report as a text of some lines, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(
        Locale.ROOT,
        "run %s %s: makespan %s, tasks %s in sum, speed-up %.2f (sum / makespan)%n",
        run,
        outcome.label(),
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
    text.append(String.format(
        "lower bound %s (%s)%n",
        format(lowerBound()),
        packed().compareTo(criticalPathTime()) > 0
            ? "tasks in sum / " + limit + " slots"
            : "critical path"));
    if (overruns > 0) {
      text.append(String.format(
          Locale.ROOT,
          "overruns: %d (ignored an interrupt for longer than the grace period)%n",
          overruns));
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
    appendWaits(text);
    if (executions.isSampled()) {
      text.append(String.format(
          Locale.ROOT,
          "%d of %d executions are kept, as a sample%n",
          executions.kept().size(),
          executions.total()));
    }
    return text.toString();
  }

  /** Tells of the nodes that waited for something else than their inputs for a part of the run. */
  private void appendWaits(StringBuilder text) {
    Duration least = makespan.dividedBy(NOTABLE);
    boolean first = true;
    for (NodeReport node : nodes) {
      Waits waits = node.waits();
      if (waits == null) {
        continue;
      }
      String told = told("slot", waits.slot(), least)
          + told("pool", waits.pool(), least)
          + told("back-off", waits.backoff(), least);
      if (!told.isEmpty()) {
        text.append(first ? String.format("longest waits%n") : "");
        first = false;
        String inputs = waits.lastInput().isEmpty()
            ? ""
            : ", inputs " + format(waits.inputs().longest()) + " (last " + waits.lastInput() + ")";
        text.append(String.format("%-36s %s%s%n", indented(node), told.substring(2), inputs));
      }
    }
  }

  private static String told(String what, Waits.Wait wait, Duration least) {
    return wait.longest().isZero() || wait.longest().compareTo(least) < 0
        ? ""
        : ", " + what + " " + format(wait.longest());
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
