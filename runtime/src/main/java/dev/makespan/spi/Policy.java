package dev.makespan.spi;

import java.util.List;

/**
 * The settings of an annotated method, which a call site may replace by others. Immutable.
 *
 * @param timeoutMillis the time limit of one attempt, or of a whole workflow, in milliseconds; 0
 *     for none
 * @param retries how many more attempts follow one that failed, at most
 * @param backoffMillis how long to wait before the first of them; each further wait is twice as
 *     long
 * @param maxBackoffMillis the longest wait
 * @param retryOn the exceptions that are worth another attempt; empty for all but errors and
 *     interruptions
 * @param neverRetryOn the exceptions that aren't, though {@code retryOn} has them
 * @param pool the name of the pool of the runner that the attempts need a place in; empty for none
 * @param maxParallelism how many tasks may run inside a workflow at the same time; 0 for any number
 * @param concurrency how many elements of one map may run at the same time; 0 for any number
 * @param asynchronous whether the method returns a {@code CompletionStage}, which the attempt lasts
 *     for
 * @param cancelsAll whether the first failure in a workflow cancels everything else in it
 */
public record Policy(
    long timeoutMillis,
    int retries,
    long backoffMillis,
    long maxBackoffMillis,
    List<Class<? extends Throwable>> retryOn,
    List<Class<? extends Throwable>> neverRetryOn,
    String pool,
    int maxParallelism,
    int concurrency,
    boolean asynchronous,
    boolean cancelsAll) {
  /** The wait before the first retry where a method says nothing. */
  public static final long BACKOFF_MILLIS = 100;

  /** The longest wait before a retry where a method says nothing. */
  public static final long MAX_BACKOFF_MILLIS = 30_000;

  /** The settings of a method that says nothing. */
  public static final Policy DEFAULT = new Policy(
      0, 0, BACKOFF_MILLIS, MAX_BACKOFF_MILLIS, List.of(), List.of(), "", 25, 0, false, false);

  /** Checks the numbers. */
  public Policy {
    notNegative(timeoutMillis, "timeout");
    notNegative(retries, "retries");
    notNegative(backoffMillis, "backoff");
    notNegative(maxBackoffMillis, "maxBackoff");
    notNegative(maxParallelism, "maxParallelism");
    notNegative(concurrency, "concurrency");
    retryOn = List.copyOf(retryOn);
    neverRetryOn = List.copyOf(neverRetryOn);
  }

  private static void notNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is negative: " + value);
    }
  }

  /** Whether an attempt needs nothing but a slot: one call of the method on one thread. */
  public boolean isPlain() {
    return timeoutMillis == 0 && retries == 0 && pool.isEmpty() && !asynchronous;
  }

  /** One to be changed, which begins with these settings. */
  PolicyBuilder but() {
    return new PolicyBuilder(this);
  }
}
