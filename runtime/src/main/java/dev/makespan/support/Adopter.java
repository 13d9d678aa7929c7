package dev.makespan.support;

/** What a thread executes for a run, to which the runs belong that the user's code starts. */
interface Adopter {
  RunInfo run();

  /**
   * Ties a run that the user's code starts to it: it is cancelled when the user's code is
   * interrupted.
   */
  void adopt(LiveRun<?> child);
}
