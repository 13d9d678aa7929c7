package dev.makespan.support;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a lane has executed since it last told the call sites: counted there and then, but told once
 * for many elements, since the sites are shared by all lanes.
 *
 * <p>Of a block of short elements the first is timed; what the others took together is divided in
 * the same proportions. A block of one element is exact. Used by one thread.
 */
final class Tally {
  private @Nullable CallSite[] sites = new CallSite[4];
  private long[] nanos = new long[4];
  private int[] counts = new int[4];
  private int[] failures = new int[4];
  private int size;
  private int cursor;
  private boolean timed;
  private long inTasks;

  /** An element begins. */
  void begin(boolean isTimed) {
    cursor = 0;
    timed = isTimed;
  }

  /** Whether what is executed now is timed. */
  boolean isTimed() {
    return timed;
  }

  /** Notes an execution, and what it took if that is known. */
  void ran(CallSite site, long took, boolean failed) {
    int at = place(site);
    counts[at]++;
    nanos[at] += took;
    inTasks += took;
    if (failed) {
      failures[at]++;
    }
  }

  /** Notes that a body has ended, whose tasks were noted before. */
  void ranBody(CallSite site, long took, boolean failed) {
    ran(site, took, failed);
    inTasks -= took;
  }

  /** The elements execute the same sites in the same order, as a rule. */
  private int place(CallSite site) {
    if (cursor < size && sites[cursor] == site) {
      return cursor++;
    }
    for (int i = 0; i < size; i++) {
      if (sites[i] == site) {
        cursor = i + 1;
        return i;
      }
    }
    if (size == sites.length) {
      sites = Arrays.copyOf(sites, 2 * size);
      nanos = Arrays.copyOf(nanos, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      failures = Arrays.copyOf(failures, 2 * size);
    }
    sites[size] = site;
    cursor = size + 1;
    return size++;
  }

  /**
   * Tells the sites.
   *
   * @param untimed what the elements took together that weren't timed
   */
  void tell(long start, long end, long untimed) {
    for (int i = 0; i < size; i++) {
      CallSite site = sites[i];
      if (site != null) {
        double share = inTasks == 0 ? 1.0 / size : (double) nanos[i] / inTasks;
        long took = nanos[i] + (long) (untimed * share);
        site.ran(counts[i], start, end, took, failures[i]);
      }
      nanos[i] = 0;
      counts[i] = 0;
      failures[i] = 0;
    }
    size = 0;
    cursor = 0;
    inTasks = 0;
  }
}
