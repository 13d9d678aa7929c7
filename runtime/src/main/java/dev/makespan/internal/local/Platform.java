package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;

/**
 * What an engine takes from its surroundings: threads, time and chance. A simulator replaces all of
 * it.
 *
 * <p>All methods may be called from any thread.
 */
interface Platform {
  /**
   * Runs a job on some thread, soon.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  void execute(Runnable job);

  /** Runs a job on some thread after a delay, unless it is cancelled before. */
  RunScope.Timer schedule(Duration delay, Runnable job);

  /**
   * Does something short in some tenths of a millisecond. It must be cheap: it is called in most
   * runs.
   *
   * @throws RejectedExecutionException after {@link #close}, and where it can't be done: then there
   *     is no waiting
   */
  default void soon(Runnable check) {
    throw new RejectedExecutionException("nothing is done later here");
  }

  /** Nanoseconds since an arbitrary moment. Never asked for under a lock. */
  long nanoTime();

  /** The same under a lock. */
  default long nanoTimeUnderLock() {
    return nanoTime();
  }

  /** Where the engine takes its random numbers from, for use by this thread at once. */
  RandomGenerator random();

  /** As {@link RunScope#await(CompletableFuture)}. */
  void await(CompletableFuture<?> future);

  /** As {@link RunScope#await(CompletableFuture, Duration)}. */
  boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException;

  /**
   * Whether a thread goes on with work that it made ready, rather than handing all of it to other
   * threads.
   */
  boolean goesOn();

  /** How many threads can do something at the same time. */
  default int processors() {
    return 2;
  }

  /**
   * Ends the threads. No run is open, so nothing runs but methods that ignored their interrupt;
   * they are interrupted again and waited for at most so long. Called at most once, never on one of
   * its threads.
   */
  void close(Duration atMost);
}
