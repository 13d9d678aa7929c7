package dev.makespan.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The same chain with one link for all executions at the same site, in the place of the last.
   *
   * @param start where to leave the chain as it is; null to fold all of it
   */
  // The very link; to compare two of them would compare all that is before.
  @SuppressWarnings("ReferenceEquality")
  static @Nullable PathLink folded(@Nullable PathLink chain, @Nullable PathLink start) {
    Map<CallSite, Long> times = new LinkedHashMap<>();
    for (PathLink link = chain; link != null && link != start; link = link.before) {
      times.merge(link.site, link.nanos(), Long::sum);
    }
    List<CallSite> sites = new ArrayList<>(times.keySet());
    Collections.reverse(sites);
    PathLink folded = start;
    for (CallSite site : sites) {
      folded = after(folded, site, times.getOrDefault(site, 0L));
    }
    return folded;
  }

  /** The longer one of two chains. */
  static @Nullable PathLink longer(@Nullable PathLink one, @Nullable PathLink other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.total > one.total ? other : one;
  }
}
