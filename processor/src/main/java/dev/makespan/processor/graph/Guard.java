package dev.makespan.processor.graph;

import java.util.Objects;

/**
 * What must be known of a step above before another one may run; if it is otherwise, the other one
 * is skipped.
 *
 * @param on the position of a decision, of an early return, or of what closes a try block
 * @param way how that must have ended
 * @param option the number of the case, from 0, if a case of a {@code switch} must have been
 *     chosen, or a catch
 */
public record Guard(int on, Way way, int option) {
  public Guard {
    Objects.requireNonNull(way);
  }

  /** A guard that names no case. */
  public Guard(int on, Way way) {
    this(on, way, 0);
  }

  /** That a {@code switch} chose a case, or a {@code try} a catch. */
  public static Guard option(int on, int option) {
    return new Guard(on, Way.OPTION, option);
  }

  /** Whether it asks for a branch, and not for an early return that wasn't taken. */
  public boolean isBranch() {
    return way != Way.SKIPPED && way != Way.PASSED;
  }

  /** How a step can have ended. */
  public enum Way {
    /** A condition was true. */
    TRUE,
    /** A condition was false. */
    FALSE,
    /** A case was chosen. */
    OPTION,
    /** What it closes has ended, in whatever way. */
    REACHED,
    /** No early return in the block that it closes was taken. */
    PASSED,
    /** An early return wasn't taken. */
    SKIPPED
  }
}
