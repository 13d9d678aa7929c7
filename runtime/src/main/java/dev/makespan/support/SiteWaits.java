package dev.makespan.support;

import dev.makespan.event.Waits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the executions at one call site have waited for. Its lock guards all fields. */
final class SiteWaits {
  private final Sum inputs = new Sum();
  private final Sum slot = new Sum();
  private final Sum pool = new Sum();
  private final Sum backoff = new Sum();
  private @Nullable CallSite lastInput;

  private static final class Sum {
    long total;
    long longest;

    boolean add(long nanos) {
      total += nanos;
      boolean longer = nanos > longest;
      longest = longer ? nanos : longest;
      return longer;
    }

    Waits.Wait sum() {
      return new Waits.Wait(Duration.ofNanos(total), Duration.ofNanos(longest));
    }
  }

  /** Adds what an execution has waited for; all in nanoseconds. */
  synchronized void add(
      long forInputs, @Nullable CallSite input, long forSlot, long forPool, long forBackoff) {
    boolean longer = inputs.add(forInputs);
    if (input != null && (longer || lastInput == null)) {
      lastInput = input;
    }
    slot.add(forSlot);
    pool.add(forPool);
    backoff.add(forBackoff);
  }

  synchronized Waits waits() {
    return new Waits(
        inputs.sum(),
        lastInput == null ? "" : lastInput.id(),
        slot.sum(),
        pool.sum(),
        backoff.sum());
  }
}
