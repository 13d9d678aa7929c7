package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own threads and clock: virtual threads where there are any, otherwise a pool that grows
 * and shrinks; or the threads of an executor.
 */
final class SystemPlatform implements Platform {
  private final OwnThreads threads = new OwnThreads();

  /** The user's threads, which execute in place of our own; null if there are none. */
  private final @Nullable BorrowedThreads borrowed;

  private final int processors = Runtime.getRuntime().availableProcessors();

  /**
   * For timed jobs: they end what takes too long, so they must not wait for the carriers of virtual
   * threads, which it may keep busy. Null before the first one; written under the lock.
   */
  private volatile @Nullable ThreadPoolExecutor timed;

  /** Null before the first check; written under the lock. */
  private volatile @Nullable Watch watch;

  // Guarded by this.
  private @Nullable ScheduledThreadPoolExecutor timers;
  private boolean closed;

  /** @param executor whose threads execute, in place of the platform's own; null for its own */
  SystemPlatform(@Nullable Executor executor) {
    borrowed = executor == null ? null : new BorrowedThreads(executor, threads);
  }

  @Override
  public void execute(Runnable job) {
    if (borrowed != null) {
      borrowed.execute(job);
      return;
    }
    threads.execute(job);
  }

  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    Future<?> timer;
    synchronized (this) {
      if (closed) {
        throw new RejectedExecutionException("the engine is closed");
      }
      if (timers == null) {
        timers = new ScheduledThreadPoolExecutor(1, new Daemons("makespan-timer-"));
        timers.setRemoveOnCancelPolicy(true);
      }
      timer = timers.schedule(() -> runTimed(job), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
    return () -> timer.cancel(false);
  }

  /** A timed job may run code that waits, so it doesn't run on the timer's only thread. */
  private void runTimed(Runnable job) {
    try {
      timed().execute(job);
    } catch (RejectedExecutionException closing) {
      // The engine is closed, so no run is left that could miss it.
    } catch (OutOfMemoryError noThread) {
      // Better late timers than one that never comes.
      job.run();
    }
  }

  private ThreadPoolExecutor timed() {
    ThreadPoolExecutor known = timed;
    return known == null ? firstTimed() : known;
  }

  private synchronized ThreadPoolExecutor firstTimed() {
    ThreadPoolExecutor known = timed;
    if (known == null) {
      if (closed) {
        throw new RejectedExecutionException("the engine is closed");
      }
      known = OwnThreads.growing("makespan-timed-");
      timed = known;
    }
    return known;
  }

  @Override
  public void soon(Runnable check) {
    // A check may have the user's executor take a job, which may wait; the watch must not.
    watch().soon(borrowed == null ? check : () -> runTimed(check));
  }

  private Watch watch() {
    Watch known = watch;
    return known == null ? firstWatch() : known;
  }

  private synchronized Watch firstWatch() {
    Watch known = watch;
    if (known == null) {
      if (closed) {
        throw new RejectedExecutionException("the engine is closed");
      }
      known = new Watch(new Daemons("makespan-watch-"));
      watch = known;
    }
    return known;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public int processors() {
    return processors;
  }

  @Override
  public RandomGenerator random() {
    return ThreadLocalRandom.current();
  }

  @Override
  public void await(CompletableFuture<?> future) {
    if (borrowed != null && !future.isDone()) {
      CompletableFuture<?> end = end(future);
      borrowed.await(end::join);
    }
  }

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
    if (borrowed == null || future.isDone()) {
      return true;
    }
    CompletableFuture<?> end = end(future);
    return borrowed.<Boolean, InterruptedException>await(() -> {
      try {
        end.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** Completes with null when the future is done; to wait for that one would come back here. */
  private static CompletableFuture<?> end(CompletableFuture<?> future) {
    return CompletableFuture.allOf(future).handle((none, thrown) -> null);
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public void close(Duration atMost) {
    synchronized (this) {
      closed = true;
      if (timers != null) {
        timers.shutdownNow();
      }
    }
    Watch watching = watch;
    if (watching != null) {
      watching.close();
    }
    threads.close(atMost);
    ThreadPoolExecutor timing = timed;
    if (timing != null) {
      OwnThreads.close(timing, atMost);
    }
  }
}
