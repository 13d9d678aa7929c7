package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own threads and clock: virtual threads where there are any, otherwise a pool that grows
 * and shrinks; or the threads of an executor.
 */
final class SystemPlatform implements Platform {
  private static final long IDLE_SECONDS = 10;

  private final ExecutorService threads = newThreads();

  /** The user's threads, which execute in place of our own; null if there are none. */
  private final @Nullable BorrowedThreads borrowed;

  /**
   * For timed jobs: they end what takes too long, so they must not wait for the carriers of virtual
   * threads, which it may keep busy.
   */
  private final ThreadPoolExecutor timed = growing("makespan-timed-");

  private final Watch watch = new Watch(daemons("makespan-watch-"));

  private final int processors = Runtime.getRuntime().availableProcessors();

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
    try {
      threads.execute(job);
    } catch (RejectedExecutionException shutDown) {
      throw new RejectedExecutionException(
          "the runner is closed; it has no thread any more", shutDown);
    }
  }

  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    Future<?> timer;
    synchronized (this) {
      if (closed) {
        throw new RejectedExecutionException("the engine is closed");
      }
      if (timers == null) {
        timers = new ScheduledThreadPoolExecutor(1, daemons("makespan-timer-"));
        timers.setRemoveOnCancelPolicy(true);
      }
      timer = timers.schedule(() -> runTimed(job), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
    return () -> timer.cancel(false);
  }

  /** A timed job may run code that waits, so it doesn't run on the timer's only thread. */
  private void runTimed(Runnable job) {
    try {
      timed.execute(job);
    } catch (RejectedExecutionException closing) {
      // The engine is closed, so no run is left that could miss it.
    } catch (OutOfMemoryError noThread) {
      // Better late timers than one that never comes.
      job.run();
    }
  }

  @Override
  public void soon(Runnable check) {
    watch.soon(check);
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
    watch.close();
    close(threads, atMost);
    close(timed, atMost);
  }

  private static void close(ExecutorService pool, Duration atMost) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        pool.shutdownNow();
        pool.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadPoolExecutor growing(String prefix) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        daemons(prefix));
  }

  private static ExecutorService newThreads() {
    ThreadFactory virtual = virtualThreads();
    if (virtual == null) {
      return growing("makespan-");
    }
    try {
      return (ExecutorService) MethodHandles.publicLookup()
          .findStatic(
              Executors.class,
              "newThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class, ThreadFactory.class))
          .invokeExact(virtual);
    } catch (Throwable e) {
      throw new IllegalStateException("no executor for virtual threads", e);
    }
  }

  /** Makes virtual threads; null before JDK 21. Reached by name, since we compile for 17. */
  private static @Nullable ThreadFactory virtualThreads() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      Object named = lookup
          .findVirtual(virtual, "name", MethodType.methodType(virtual, String.class, long.class))
          .invoke(
              lookup
                  .findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual))
                  .invoke(),
              "makespan-",
              1L);
      return (ThreadFactory) lookup
          .findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
          .invoke(named);
    } catch (ClassNotFoundException beforeJdk21) {
      return null;
    } catch (Throwable e) {
      throw new IllegalStateException("virtual threads can't be had", e);
    }
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return job -> {
      Thread thread = new Thread(job, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
