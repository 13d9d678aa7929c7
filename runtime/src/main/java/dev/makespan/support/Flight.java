package dev.makespan.support;

import dev.makespan.event.ExecutionId;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * What tells runs to JDK Flight Recorder.
 *
 * <p>A trimmed run-time image may be without the module {@code jdk.jfr}, so nothing here needs its
 * classes to be loaded; nor does what needs them cost anything before there is a recording.
 */
abstract class Flight {
  /** Whether there is a Flight Recorder. */
  static final boolean IS_PRESENT = isPresent();

  private static boolean isPresent() {
    try {
      boolean unused = FlightRecorder.isInitialized();
      return true;
    } catch (LinkageError noModule) {
      return false;
    }
  }

  /** Whether somebody records one of the events now. */
  static boolean isRecording() {
    // The first use of an event's class takes some hundred milliseconds, so not before a recording.
    return IS_PRESENT && FlightRecorder.isInitialized() && recorder().records();
  }

  /** Only where one is present. */
  static Flight recorder() {
    return JfrFlight.RECORDER;
  }

  /** Whether somebody records one of the events now. */
  abstract boolean records();

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
