package dev.makespan.support;

import dev.makespan.event.ExecutionId;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What tells runs to JDK Flight Recorder.
 *
 * <p>A class of its own, which names nothing of the module {@code jdk.jfr}, since a trimmed
 * run-time image may be without it.
 */
abstract class Flight {
  /** Null where there is no Flight Recorder. */
  static final @Nullable Flight RECORDER = find();

  private static @Nullable Flight find() {
    try {
      return new JfrFlight();
    } catch (LinkageError noModule) {
      return null;
    }
  }

  /** Whether somebody records one of the events now. */
  abstract boolean isRecording();

  /** An attempt that starts now; null if nobody records attempts. */
  abstract @Nullable Attempt attempt();

  /** A run that starts now; null if nobody records runs. */
  abstract @Nullable Run run();

  /** An attempt on its way. */
  interface Attempt {
    /** Writes it; may be called on another thread than it began on. */
    void end(ExecutionId execution, int number, TaskOutcome outcome, boolean overrun);
  }

  /** A run on its way. */
  interface Run {
    /** Writes it; may be called on another thread than it began on. */
    void end(String id, String name, RunReport.Outcome outcome, long executions);
  }
}
