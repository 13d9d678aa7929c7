package dev.makespan.internal.local.sim;

/** One execution of user code: a task, a pure expression or the body of a dynamic. */
final class Activity {
  private static final long GRACE_NANOS = 1_000_000_000L;

  /** How long a job that cancels something may have to wait for others. */
  private static final long CANCEL_NANOS = 100_000_000L;

  private final Place place;
  private final String name;
  private final boolean task;
  private final long begunAt;
  private long interruptedAt = -1;
  private Activity around;

  /** Whether it goes on without a thread. */
  private boolean goesOn;

  Activity(Place place, String name, boolean task) {
    this.place = place;
    this.name = name;
    this.task = task;
    this.begunAt = place.scheduler().now();
  }

  Place place() {
    return place;
  }

  /** Whether it counts for limits. */
  boolean isTask() {
    return task;
  }

  /**
   * Whether a thread that executes it may execute something else meanwhile: a dynamic's body while
   * it waits.
   */
  boolean mayHelp() {
    return !task;
  }

  /** Says that it begins while a thread waits in the middle of another one. */
  void beginsInside(Activity other) {
    around = other;
  }

  Activity around() {
    return around;
  }

  /** Its thread is interrupted, and what waits on it sees that, too. */
  void interrupted(long now) {
    for (Activity each = this; each != null; each = each.around) {
      if (each.interruptedAt < 0) {
        each.interruptedAt = now;
      }
    }
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
   * Whether its thread may execute something else, as that of a dynamic's body does which waits, or
   * be about to: what comes to be interrupted then is so only when its thread is back, and may have
   * been given up before.
   */
  private boolean isCovered(long now) {
    return mayHelp() && now - begunAt >= GRACE_NANOS;
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
