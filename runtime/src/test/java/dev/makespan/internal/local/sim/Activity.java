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

  void interrupted(long now) {
    if (interruptedAt < 0) {
      interruptedAt = now;
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
        || (goesOn && !place.scheduler().isPatient());
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
