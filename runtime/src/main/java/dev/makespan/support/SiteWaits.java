package dev.makespan.support;

import dev.makespan.event.Waits;
import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the executions at one call site have waited for.
 *
 * <p>Most wait for a slot only, and end on several threads at once; so the sums need no lock. The
 * lock guards which input came last.
 */
final class SiteWaits {
  private final Sum inputs = new Sum();
  private final Sum slot = new Sum();
  private final Sum pool = new Sum();
  private final Sum backoff = new Sum();
  private @Nullable CallSite lastInput;
  private long longestInput = -1;

  private static final class Sum {
    private final LongAdder total = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    void add(long nanos) {
      add(nanos, nanos);
    }

    void add(long all, long most) {
      if (all != 0) {
        total.add(all);
        longest.accumulate(most);
      }
    }

    Waits.Wait sum() {
      return new Waits.Wait(Duration.ofNanos(total.sum()), Duration.ofNanos(longest.get()));
    }
  }

  /** Adds what an execution has waited for; all in nanoseconds. */
  void add(long forInputs, @Nullable CallSite input, long forSlot, long forPool, long forBackoff) {
    inputs.add(forInputs);
    slot.add(forSlot);
    pool.add(forPool);
    backoff.add(forBackoff);
    if (input != null) {
      came(input, forInputs);
    }
  }

  /**
   * Adds what elements of one map have waited for.
   *
   * @param forSlots how long all of them waited for slots together
   * @param longestForSlot how long the one that waited longest
   */
  void add(int elements, Awaited awaited, long forSlots, long longestForSlot) {
    inputs.add(elements * awaited.forInputs(), awaited.forInputs());
    slot.add(forSlots, longestForSlot);
    CallSite input = awaited.lastInput();
    if (input != null) {
      came(input, awaited.forInputs());
    }
  }

  private synchronized void came(CallSite input, long after) {
    if (after > longestInput) {
      longestInput = after;
      lastInput = input;
    }
  }

  Waits waits() {
    CallSite last;
    synchronized (this) {
      last = lastInput;
    }
    return new Waits(
        inputs.sum(), last == null ? "" : last.id(), slot.sum(), pool.sum(), backoff.sum());
  }
}
