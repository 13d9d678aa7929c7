package dev.makespan.support;

/** Who waits for the end of a {@link Part}. Called on any thread, never under a lock. */
interface Ending {
  /**
   * Says that the part has failed though it may not have ended yet. Comes at most once, before
   * {@link #ended}.
   */
  void failing(Failure failure);

  /** Says that the part and everything it started have ended. Comes exactly once. */
  void ended(Outcome outcome);

  /** How many bodies, maps and dynamics stand around the part. */
  int depth();
}
