package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * What must be known of a step before another one may run: which way a decision went, that it was
 * come to at all, or that an early return wasn't taken.
 */
record Guard(Step<?> on, Way way) {
  /** How a step can have ended. */
  enum Way {
    TRUE,
    FALSE,
    REACHED,
    SKIPPED;

    /** Whether a step ended in this way. */
    boolean matches(boolean skipped, @Nullable Object value) {
      return switch (this) {
        case TRUE -> !skipped && Boolean.TRUE.equals(value);
        case FALSE -> !skipped && Boolean.FALSE.equals(value);
        case REACHED -> !skipped;
        case SKIPPED -> skipped;
      };
    }
  }
}
