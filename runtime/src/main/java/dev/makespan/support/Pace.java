package dev.makespan.support;

/**
 * How long a method's executions took lately. A hint only: it is written without a lock, and what
 * is lost is lost.
 */
final class Pace {
  /** Nobody gains by another thread for what takes less: to have it come takes longer. */
  private static final int SHORT_NANOS = 10_000;

  /**
   * Nor for many executions that take less together: the other thread comes late, and both wait for
   * each other's caches. If they take longer after all, the engine sees that about as soon.
   */
  private static final long SHORT_TOGETHER_NANOS = 200_000;

  private static final int LONGEST = 1_000_000_000;

  /** After so many executions that took less the longest is forgotten, more or less. */
  private static final int FORGETTING = 8;

  /** The longest time lately: it falls slowly and rises at once; 0 before the first execution. */
  private int longest;

  void took(long nanos) {
    took(nanos, 1);
  }

  /** Notes so many executions, one after the other, which took so long each on average. */
  void took(long nanos, int executions) {
    int known = longest;
    int now = (int) Math.max(1, Math.min(nanos, LONGEST));
    if (now >= known || executions >= FORGETTING) {
      longest = now;
    } else {
      longest = known - Math.max(1, (int) ((long) (known - now) * executions / FORGETTING));
    }
  }

  /** Whether an execution most likely takes a few microseconds at most. */
  boolean isShort() {
    int known = longest;
    return known != 0 && known < SHORT_NANOS;
  }

  /** How many executions, one after the other, most likely take so long; at least one. */
  int fitIn(int nanos) {
    int known = longest;
    return known == 0 ? 1 : Math.max(1, nanos / known);
  }

  /** How long an execution takes most likely; long if that isn't known. */
  int expected() {
    int known = longest;
    return known == 0 ? LONGEST : known;
  }

  /** Whether several executions that take so long together are over before another thread helps. */
  static boolean isShort(long nanosTogether) {
    return nanosTogether < SHORT_TOGETHER_NANOS;
  }

  /** Whether so many executions, one after the other, most likely do. */
  boolean areShort(int executions) {
    return isShort() && isShort((long) longest * executions);
  }

  /** Where the paces of several methods are kept, by number. */
  static final class Place {
    private volatile Pace[] paces = {};

    Pace of(int number) {
      Pace[] known = paces;
      return number < known.length ? known[number] : grow(number);
    }

    private synchronized Pace grow(int number) {
      Pace[] known = paces;
      if (number >= known.length) {
        Pace[] longer = java.util.Arrays.copyOf(known, number + 1);
        for (int i = known.length; i <= number; i++) {
          longer[i] = new Pace();
        }
        paces = longer;
        known = longer;
      }
      return known[number];
    }
  }
}
