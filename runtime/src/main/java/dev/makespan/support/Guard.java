package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * What must be known of a step before another one may run: which way a decision went, that it was
 * come to at all, or that an early return wasn't taken, also none in a try block.
 */
record Guard(Step<?> on, Way way) {
  /**
   * How a step can have ended.
   *
   * @param skipped whether it was skipped
   * @param value what it decided, if it wasn't; null for anything
   */
  record Way(boolean skipped, @Nullable Object value) {
    static final Way TRUE = new Way(false, true);
    static final Way FALSE = new Way(false, false);
    static final Way REACHED = new Way(false, null);
    static final Way SKIPPED = new Way(true, null);

    /** That a try block didn't return. */
    static final Way PASSED = new Way(false, Region.PASSED);

    /** That a case was chosen, by its number. */
    static Way option(int number) {
      return new Way(false, number);
    }

    /** Whether a step ended in this way. */
    boolean matches(boolean wasSkipped, @Nullable Object decided) {
      if (PASSED.equals(this)) {
        return wasSkipped || !Region.RETURNED.equals(decided);
      }
      return skipped == wasSkipped && (value == null || value.equals(decided));
    }
  }
}
