package dev.makespan.internal.local.sim;

/** One execution of user code: a task, a pure expression or the body of a dynamic. */
final class Activity {
  private static final long GRACE_NANOS = 1_000_000_000L;

  private final Place place;
  private final String name;
  private final boolean task;
  private long interruptedAt = -1;

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

  /** Whether the engine may have given it up, since it goes on long after its interrupt. */
  boolean isOverrun(long now) {
    return interruptedAt >= 0 && now - interruptedAt >= GRACE_NANOS;
  }

  @Override
  public String toString() {
    return name;
  }
}
