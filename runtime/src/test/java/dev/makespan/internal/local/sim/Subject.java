package dev.makespan.internal.local.sim;

import dev.makespan.spi.Engine;

/** What is simulated: an engine whose threads, clock and random numbers are the scheduler's. */
public interface Subject {
  Engine engine();

  /** Tells the scheduler what is wrong when all is over. */
  void check();

  /** The same after each step. */
  default void checkStep() {}

  /**
   * The same when no thread can go on unless time passes.
   *
   * @param tasks how many tasks have begun and not ended
   */
  default void checkIdle(int tasks) {}

  /** Makes the engine of a simulation. */
  @FunctionalInterface
  interface Maker {
    /** @param rejection how often there is no thread for a job: 0 for never, 1 for always */
    Subject make(Scheduler scheduler, double rejection);
  }
}
