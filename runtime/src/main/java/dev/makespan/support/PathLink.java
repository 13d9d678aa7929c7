package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * The last execution in a chain of executions that waited for each other.
 *
 * @param before the chain up to this one; null if it is the first
 * @param site what was executed
 * @param nanos how long it took
 * @param total how long the whole chain took
 */
record PathLink(@Nullable PathLink before, CallSite site, long nanos, long total) {
  static PathLink after(@Nullable PathLink before, CallSite site, long nanos) {
    return new PathLink(before, site, nanos, nanos + (before == null ? 0 : before.total));
  }

  /** The longer one of two chains. */
  static @Nullable PathLink longer(@Nullable PathLink one, @Nullable PathLink other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.total > one.total ? other : one;
  }
}
