package dev.makespan.internal.local.sim;

/** One execution of user code: a task, a pure expression or the body of a dynamic. */
final class Activity {
  private static final long GRACE_NANOS = 1_000_000_000L;

  private final Place place;
  private final String name;
  private final boolean task;
  private long interruptedAt = -1;
  private Activity around;

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

  /** Whether the engine may have given it up, since it goes on long after its interrupt. */
  boolean isOverrun(long now) {
    return interruptedAt >= 0 && now - interruptedAt >= GRACE_NANOS;
  }

  @Override
  public String toString() {
    return name;
  }
}
