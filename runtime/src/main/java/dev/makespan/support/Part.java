package dev.makespan.support;

/** Something that a body started and waits for: a call of the user's code, or a body of its own. */
interface Part {
  /** Begins. Called once. Its {@link Ending} is told of the end, maybe before this returns. */
  void start();

  /**
   * Asks for an early end: nothing more is started in it, and what runs is interrupted. May come
   * before {@link #start}.
   */
  void stop();
}
