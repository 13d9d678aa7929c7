package dev.makespan.support;

import dev.makespan.event.Execution;
import dev.makespan.event.TaskOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt of an {@link Observed} execution, whose lock guards it. */
final class ObservedAttempt {
  private static final long NEVER = Long.MIN_VALUE;

  private final int number;
  private final long startedAt;
  private final String thread;
  private final long threadId;
  private final Flight.@Nullable Attempt flight;
  private long endedAt = NEVER;
  private TaskOutcome outcome = TaskOutcome.RUNNING;
  private String failure = "";
  private boolean overran;

  /** An attempt that starts on this thread. */
  ObservedAttempt(int number, long startedAt, Flight.@Nullable Attempt flight) {
    Thread executing = Thread.currentThread();
    this.number = number;
    this.startedAt = startedAt;
    this.thread = executing.getName();
    this.threadId = executing.getId();
    this.flight = flight;
  }

  boolean isOver() {
    return endedAt != NEVER;
  }

  void end(TaskOutcome how, String text, boolean overrun, long now) {
    endedAt = now;
    outcome = how;
    failure = text;
    overran = overrun;
  }

  /** Writes it to Flight Recorder. It doesn't change any more, so this needs no lock. */
  void toFlight(Observed execution) {
    if (flight != null) {
      flight.end(execution.id(), number, outcome, overran);
    }
  }

  /** What is known by now, with times from the given one on. */
  Execution.Attempt record(long from) {
    return new Execution.Attempt(
        number,
        Duration.ofNanos(startedAt - from),
        endedAt == NEVER ? null : Duration.ofNanos(endedAt - from),
        thread.isEmpty() ? "#" + threadId : thread,
        outcome,
        failure,
        overran);
  }
}
