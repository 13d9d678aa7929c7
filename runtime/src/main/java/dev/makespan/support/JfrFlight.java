package dev.makespan.support;

import dev.makespan.event.ExecutionId;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Writes events of the JDK's Flight Recorder. Can't be loaded where that is missing. */
final class JfrFlight extends Flight {
  static final Flight RECORDER = new JfrFlight();

  private JfrFlight() {}

  @Override
  boolean records() {
    return new TaskAttempt().isEnabled() || new WorkflowRun().isEnabled();
  }

  @Override
  @Nullable Attempt attempt() {
    TaskAttempt event = new TaskAttempt();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  @Override
  @Nullable Run run() {
    WorkflowRun event = new WorkflowRun();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  // Flight Recorder reads the fields by their names.

  @Name("dev.makespan.TaskAttempt")
  @Label("Task Attempt")
  @Category("Makespan")
  @Description("One attempt of a task, a dynamic's body or an expression of a run")
  @StackTrace(false)
  // To be told of each execution costs more than to execute many of them; who wants it asks for it.
  @Enabled(false)
  // Recordings are on for long in production: a million small tasks must not fill them.
  @Threshold("1 ms")
  static final class TaskAttempt extends Event implements Attempt {
    @Label("Run")
    @Nullable String run;

    @Label("Node")
    @Description("The path of call sites, as in the run's graph")
    @Nullable String node;

    @Label("Name")
    @Nullable String name;

    @Label("Kind")
    @Nullable String kind;

    @Label("Execution")
    @Description("Tells the executions of one run apart")
    long execution;

    @Label("Element")
    @Description("The index of a map's element; -1 for none")
    int element;

    @Label("Attempt")
    @Description("1 for the first")
    int attempt;

    @Label("Outcome")
    @Description("succeeded, failed, timed_out or cancelled")
    @Nullable String outcome;

    @Label("Overrun")
    @Description("Whether the method still ran when the grace period was over")
    boolean overrun;

    @Override
    public void end(ExecutionId id, int number, TaskOutcome how, boolean overran) {
      end();
      if (!shouldCommit()) {
        return;
      }
      run = id.run();
      node = id.node();
      name = id.name();
      kind = id.kind().label();
      execution = id.number();
      element = id.element();
      attempt = number;
      outcome = how.label();
      overrun = overran;
      commit();
    }
  }

  @Name("dev.makespan.Run")
  @Label("Run")
  @Category("Makespan")
  @Description("A run, until all that it started has ended")
  @StackTrace(false)
  @Enabled(false)
  static final class WorkflowRun extends Event implements Run {
    @Label("Run")
    @Nullable String run;

    @Label("Name")
    @Nullable String name;

    @Label("Outcome")
    @Description("succeeded, failed or cancelled")
    @Nullable String outcome;

    @Label("Executions")
    @Description("How many executions were queued")
    long executions;

    @Override
    public void end(String id, String root, RunReport.Outcome how, long queued) {
      end();
      if (!shouldCommit()) {
        return;
      }
      run = id;
      name = root;
      outcome = how.label();
      executions = queued;
      commit();
    }
  }
}
