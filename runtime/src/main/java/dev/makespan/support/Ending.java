package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/** Who waits for the end of a {@link Part}. Called on any thread, never under a lock. */
interface Ending {
  /** How far away something may be to be found. */
  int MOST_STEPS = 24;

  /**
   * Says that the part has failed though it may not have ended yet. Comes at most once, before
   * {@link #ended}.
   */
  void failing(Failure failure);

  /** Says that the part and everything it started have ended. Comes exactly once. */
  void ended(Outcome outcome);

  /** Who waits for the end of what waits here; null at the root of a run. */
  @Nullable Ending outer();

  /** Whether what ends here is part of something; not asked for further than a few steps. */
  default boolean isPartOf(Object whole) {
    Ending each = this;
    for (int i = 0; i < MOST_STEPS && each != null; i++) {
      if (each == whole) {
        return true;
      }
      each = each.outer();
    }
    return false;
  }

  /** How many bodies, maps and dynamics stand around the part. */
  int depth();
}
