package dev.makespan.support;

import dev.makespan.spi.Failures;
import dev.makespan.spi.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The attempts of one call: how many have failed, and whether and when another one follows. Used by
 * one thread after the other.
 */
final class Retries {
  /** How many exceptions of earlier attempts the last one keeps. */
  private static final int MOST_KEPT = 100;

  private final Policy policy;
  private final List<Throwable> earlier = new ArrayList<>(0);

  /** How many attempts have failed and were followed by another one. */
  private int made;

  Retries(Policy policy) {
    this.policy = policy;
  }

  /** The number of the attempt that runs; 1 for the first. */
  int attempt() {
    return made + 1;
  }

  /** How many there may be. */
  int attempts() {
    return (int) Math.min(Integer.MAX_VALUE, policy.retries() + 1L);
  }

  /** Whether another attempt follows one that failed so; if it does, this one is counted. */
  boolean follows(Throwable failure) {
    if (made >= policy.retries() || !isWorth(failure)) {
      return false;
    }
    made++;
    if (earlier.size() < MOST_KEPT) {
      earlier.add(failure);
    }
    return true;
  }

  private boolean isWorth(Throwable failure) {
    if (isOneOf(policy.neverRetryOn(), failure)) {
      return false;
    }
    return policy.retryOn().isEmpty()
        ? !(failure instanceof Error) && !Failures.isInterruption(failure)
        : isOneOf(policy.retryOn(), failure);
  }

  private static boolean isOneOf(List<Class<? extends Throwable>> classes, Throwable failure) {
    for (Class<? extends Throwable> each : classes) {
      if (each.isInstance(failure)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How long to wait before the next attempt, in nanoseconds: a random part of the longest wait.
   */
  long backoff(RandomGenerator random) {
    long longest = TimeUnit.MILLISECONDS.toNanos(longestMillis());
    long least = longest / 2;
    return least + random.nextLong(longest - least + 1);
  }

  /** Doubled for each attempt that failed, without an overflow. */
  private long longestMillis() {
    long millis = policy.backoffMillis();
    for (int i = 1; i < made && millis > 0 && millis < policy.maxBackoffMillis(); i++) {
      millis = millis > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * millis;
    }
    return Math.min(millis, policy.maxBackoffMillis());
  }

  /** Keeps the exceptions of the earlier attempts in that of the last one. */
  void keepIn(Throwable last) {
    Failures.suppress(last, earlier);
  }
}
