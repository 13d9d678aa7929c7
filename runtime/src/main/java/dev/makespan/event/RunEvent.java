package dev.makespan.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens in a run.
 *
 * <p>The events of a run are told in this order, where those of different executions mix:
 *
 * <pre>
 *   run       = RunStarted { execution } RunEnded
 *   execution = Queued { attempt Retried } ( attempt Ended | Cancelled )
 *   attempt   = Started [ TimedOut ]
 * </pre>
 *
 * <p>So:
 *
 * <ul>
 *   <li>each {@link Queued} has one {@link Ended} or {@link Cancelled}, which is the execution's
 *       last event;
 *   <li>each {@link Started} has one {@link Retried} or {@link Ended} with the same number of the
 *       attempt; an attempt starts only when the one before is over;
 *   <li>an event of an execution is told when the one before has been told, be it on another
 *       thread; its time isn't before that one's;
 *   <li>{@link RunEnded} comes when all executions have told their last event, and nothing of the
 *       run comes after it.
 * </ul>
 *
 * <p>A method that ignores its interrupt for longer than the grace period is no exception: its
 * execution ends with the mark {@link Ended#overrun} when that period is over, and the later return
 * of the method is told by nobody. A run that is given up, since the machine has no memory or no
 * stack left, ends at once and may owe the last events of what it was executing.
 *
 * <p>Workflows and maps execute nothing themselves, so they have no events.
 *
 * <p>All exceptions are the ones that the user's code threw. Events are values; they may be kept,
 * and keep nothing alive but these exceptions.
 */
public sealed interface RunEvent {
  /** The run's id. */
  String run();

  /** When, from the start of the run. */
  Duration time();

  /**
   * A run has started.
   *
   * @param name the name of what it runs
   */
  record RunStarted(String run, String name, Duration time) implements RunEvent {}

  /**
   * All that a run started has ended, or the call that would start it has failed. Told before the
   * run's future completes, unless that was cancelled or completed from outside before, or a
   * listener holds up an earlier event.
   *
   * @param failure what it failed with; null if it didn't
   * @param overruns how many {@link Ended} and {@link Retried} were told with the mark of an
   *     overrun
   */
  record RunEnded(
      String run,
      Duration time,
      RunReport.Outcome outcome,
      @Nullable Throwable failure,
      int overruns)
      implements RunEvent {}

  /** An event of one execution. */
  sealed interface TaskEvent extends RunEvent {
    /** Which one. */
    ExecutionId execution();

    /** How many attempts have started so far, so the number of the last one; 0 for none. */
    int attempt();

    @Override
    default String run() {
      return execution().run();
    }
  }

  /**
   * All that the execution waits for has ended, so it waits for a slot, a pool and a thread. Of the
   * elements of a map no more are queued than can get a slot at once.
   */
  record Queued(ExecutionId execution, Duration time) implements TaskEvent {
    @Override
    public int attempt() {
      return 0;
    }
  }

  /** An attempt is about to call the user's code, on the thread that tells this. */
  record Started(ExecutionId execution, int attempt, Duration time) implements TaskEvent {}

  /**
   * The attempt has taken longer than its timeout, and its thread is about to be interrupted.
   *
   * @param timeout the timeout
   */
  record TimedOut(ExecutionId execution, int attempt, Duration time, Duration timeout)
      implements TaskEvent {}

  /**
   * The attempt is over, has failed, and another one follows.
   *
   * @param failure what it failed with
   * @param delay how long the back-off lasts, after which the next attempt waits for its slot
   * @param overrun whether its method still runs, since it ignored its interrupt for longer than
   *     the grace period
   */
  record Retried(
      ExecutionId execution,
      int attempt,
      Duration time,
      Throwable failure,
      Duration delay,
      boolean overrun)
      implements TaskEvent {}

  /**
   * The attempt is over, and no other one follows.
   *
   * @param outcome how it went; never {@link TaskOutcome#RUNNING}
   * @param failure what it failed with; null if it succeeded, and if it was cancelled unless it
   *     threw something else than its interruption
   * @param overrun whether its method still runs, since it ignored its interrupt for longer than
   *     the grace period
   */
  record Ended(
      ExecutionId execution,
      int attempt,
      Duration time,
      TaskOutcome outcome,
      @Nullable Throwable failure,
      boolean overrun)
      implements TaskEvent {}

  /**
   * The execution is over without an attempt, or without a further one, since it was stopped before
   * that. One that is stopped while it runs isn't told by this but by {@link Ended}. Should its
   * thread have been held up for longer than the grace period just before the start, its method may
   * still be called.
   *
   * @param failure why it couldn't be started, if no thread was to be had; null if it was stopped
   */
  record Cancelled(
      ExecutionId execution,
      int attempt,
      Duration time,
      @Nullable Throwable failure) implements TaskEvent {}
}
