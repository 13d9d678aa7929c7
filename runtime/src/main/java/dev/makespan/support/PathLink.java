package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * The last execution in a chain of executions that waited for each other.
 *
 * @param before the chain up to this one; null if it is the first
 * @param site what was executed
 * @param total how long the whole chain took, in nanoseconds
 */
record PathLink(@Nullable PathLink before, CallSite site, long total) {
  static PathLink after(@Nullable PathLink before, CallSite site, long nanos) {
    return new PathLink(before, site, nanos + totalOf(before));
  }

  /** How long this one took, in nanoseconds. */
  long nanos() {
    return total - totalOf(before);
  }

  private static long totalOf(@Nullable PathLink chain) {
    return chain == null ? 0 : chain.total;
  }

  /** The longer one of two chains. */
  static @Nullable PathLink longer(@Nullable PathLink one, @Nullable PathLink other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.total > one.total ? other : one;
  }
}
