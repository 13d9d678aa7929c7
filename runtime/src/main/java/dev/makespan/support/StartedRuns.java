package dev.makespan.support;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs that one execution of user code has started: they are cancelled when it is interrupted.
 *
 * <p>The lock is this object; no code outside this class runs under it but
 * {@code LiveRun.isDone()}.
 */
final class StartedRuns {
  // Guarded by this.
  private final List<LiveRun<?>> runs = new ArrayList<>(0);
  private boolean interrupted;

  /** At how many runs those are forgotten that are done. */
  private int pruneAt = 16;

  /** Whether who stops the execution goes on to its runs. */
  private volatile boolean walking;

  /** Adds a run, and cancels it if it comes too late. */
  void add(LiveRun<?> run) {
    boolean late;
    synchronized (this) {
      late = interrupted;
      if (runs.size() >= pruneAt) {
        runs.removeIf(LiveRun::isDone);
        pruneAt = Math.max(16, 2 * runs.size());
      }
      runs.add(run);
    }
    if (late) {
      Part.stop(run.stopping());
    }
  }

  /** Says that who stops the execution then asks what is {@link #toStop} in its runs. */
  void walk() {
    walking = true;
  }

  /** Cancels the runs, and those that come later, unless somebody else goes on to them. */
  void interrupted() {
    synchronized (this) {
      interrupted = true;
    }
    if (!walking) {
      Part.stop(toStop());
    }
  }

  /** Says that the interrupted attempt is over; what the next one starts isn't too late. */
  synchronized void nextAttempt() {
    interrupted = false;
  }

  /** What is to be stopped in the runs, if the execution was interrupted. */
  List<Part> toStop() {
    List<LiveRun<?>> started;
    synchronized (this) {
      started = interrupted ? List.copyOf(runs) : List.of();
    }
    List<Part> parts = new ArrayList<>(0);
    for (LiveRun<?> run : started) {
      parts.addAll(run.stopping());
    }
    return parts;
  }
}
