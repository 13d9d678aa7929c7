package dev.makespan.event;

import java.time.Duration;

/**
 * Why the executions of one call site waited before they ran. What is told covers the executions
 * that are over; each waits for its inputs first, then for a pool and a slot. A map's element that
 * is one task waits for the inputs of the map, and since the map began for a slot.
 *
 * @param inputs for what it uses or comes after, since the body of its workflow had begun
 * @param lastInput the id of the call site that ended last among these, for the execution that
 *     waited longest for its inputs; empty if none waited for any
 * @param slot for a slot, and then for a thread
 * @param pool for a place in its pool
 * @param backoff between two attempts because of the back-off
 */
public record Waits(Wait inputs, String lastInput, Wait slot, Wait pool, Wait backoff) {
  /** Of executions that didn't wait. */
  public static final Waits NONE = new Waits(Wait.NONE, "", Wait.NONE, Wait.NONE, Wait.NONE);

  /**
   * A wait for one thing.
   *
   * @param total of all executions, also as far as they waited side by side
   * @param longest of the one that waited longest
   */
  public record Wait(Duration total, Duration longest) {
    /** No wait. */
    public static final Wait NONE = new Wait(Duration.ZERO, Duration.ZERO);

    /** The wait of a single execution. */
    public static Wait of(Duration time) {
      return new Wait(time, time);
    }
  }
}
