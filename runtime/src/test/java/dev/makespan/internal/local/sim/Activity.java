package dev.makespan.internal.local.sim;

/** One execution of user code: a task, a pure expression or the body of a dynamic. */
final class Activity {
  private static final long GRACE_NANOS = 1_000_000_000L;

  /** How long a job that cancels something may have to wait for others. */
  private static final long CANCEL_NANOS = 100_000_000L;

  private final Place place;
  private final String name;
  private final boolean task;
  private long interruptedAt = -1;
  private Activity around;

  /**
   * Since when it does what it does now; negative for all but the body of a dynamic, which may wait
   * by that.
   */
  private long actsSince = -1;

  /** Whether it goes on without a thread. */
  private boolean goesOn;

  Activity(Place place, String name, boolean task) {
    this.place = place;
    this.name = name;
    this.task = task;
  }

  Place place() {
    return place;
  }

  /** Whether it counts for limits. */
  boolean isTask() {
    return task;
  }

  /** Says that the body of a dynamic comes to its next call, or to its next wait. */
  void acts() {
    actsSince = place.scheduler().now();
  }

  /**
   * Whether a thread that executes it may execute something else meanwhile: a dynamic's body while
   * it waits.
   */
  boolean mayHelp() {
    return actsSince >= 0;
  }

  /** Says that it begins while a thread waits in the middle of another one. */
  void beginsInside(Activity other) {
    around = other;
  }

  Activity around() {
    return around;
  }

  /** Its thread is interrupted. */
  void interrupted(long now) {
    if (interruptedAt < 0) {
      interruptedAt = now;
    }
  }

  /**
   * Its thread, which is back, was interrupted on behalf of it, or of what is around it, while it
   * executed something else.
   */
  void interruptedMeanwhile() {
    interrupted(actsSince);
  }

  boolean isInterrupted() {
    return interruptedAt >= 0;
  }

  void goesOn() {
    goesOn = true;
  }

  /**
   * Whether the engine may have given it up. What goes on without a thread is cancelled by a job of
   * its own, which comes a little after the engine has counted it as interrupted, or much later if
   * time passes before all else is done.
   */
  boolean mayBeGivenUp(long now) {
    return isOverrun(goesOn ? now + CANCEL_NANOS : now)
        || (goesOn && !place.scheduler().isPatient())
        || isCovered(now);
  }

  /**
   * Whether its thread may have been executing something else for long, as that of a dynamic's body
   * does which waits: what is interrupted meanwhile is told so only when its thread is back, and
   * may have been given up before.
   */
  private boolean isCovered(long now) {
    return mayHelp() && now - actsSince >= GRACE_NANOS;
  }

  /** Whether it goes on long after its interrupt. */
  boolean isOverrun(long now) {
    return interruptedAt >= 0 && now - interruptedAt >= GRACE_NANOS;
  }

  @Override
  public String toString() {
    return name;
  }
}
