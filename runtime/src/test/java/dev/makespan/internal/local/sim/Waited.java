package dev.makespan.internal.local.sim;

import dev.makespan.event.Execution;
import dev.makespan.event.RunReport;
import java.time.Duration;

/** Whether what each execution waited for and its attempts add up to its time. */
final class Waited {
  private Waited() {}

  /** Checks the report of a run that has ended and had each execution kept. */
  static void check(RunReport report, Scheduler scheduler) {
    for (Execution each : report.executions().kept()) {
      if (!addsUp(each)) {
        scheduler.violation("the waits of an execution don't add up: " + each);
      }
    }
  }

  private static boolean addsUp(Execution execution) {
    Duration ended = execution.endedAt();
    if (ended == null || execution.slot().isNegative() || execution.inputs().isNegative()) {
      return false;
    }
    Duration ready =
        ended.minus(execution.slot()).minus(execution.pool()).minus(execution.backoff());
    for (Execution.Attempt attempt : execution.attempts()) {
      if (attempt.endedAt() == null) {
        return false;
      }
      ready = ready.minus(attempt.endedAt().minus(attempt.startedAt()));
    }
    // The elements of a map wait for slots before they are queued.
    int order = ready.compareTo(execution.queuedAt());
    return execution.id().element() < 0 ? order == 0 : order <= 0;
  }
}
