package dev.makespan.processor.graph;

import java.util.Objects;

/**
 * One step that waits for another.
 *
 * @param from the position of the step that goes first
 * @param to the position of the step that waits
 * @param reason why it waits
 */
public record Edge(int from, int to, Reason reason) {
  public Edge {
    Objects.requireNonNull(reason);
  }

  /** Why one step waits for another. */
  public enum Reason {
    /** It reads the other's value. */
    DATA,
    /** One of the two is a fence. */
    FENCE,
    /** An {@code @After} says so. */
    AFTER,
    /** The other decides whether it runs. */
    BRANCH
  }
}
