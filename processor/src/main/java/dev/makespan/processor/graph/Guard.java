package dev.makespan.processor.graph;

import java.util.Objects;

/**
 * What must be known of a step above before another one may run; if it is otherwise, the other one
 * is skipped.
 *
 * @param on the position of a decision, or of an early return
 * @param way how that must have ended
 */
public record Guard(int on, Way way) {
  public Guard {
    Objects.requireNonNull(way);
  }

  /** How a step can have ended. */
  public enum Way {
    /** A condition was true. */
    TRUE,
    /** A condition was false. */
    FALSE,
    /** An early return wasn't taken. */
    SKIPPED
  }
}
