package dev.makespan.internal.local;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A runner's own threads: virtual ones where there are any, otherwise a pool that grows and
 * shrinks.
 *
 * <p>The first virtual thread of a JVM takes some ten milliseconds, until the classes for it are
 * loaded. So the first job has them made by a starter, a platform thread that ends when they are
 * there, while who brings the job goes on; most often it is about to help with that job.
 *
 * <p>The lock is this object. No job is executed under it.
 */
final class OwnThreads implements Executor, Runnable {
  private static final boolean HAS_VIRTUAL = Runtime.version().feature() >= 21;

  private static final long IDLE_SECONDS = 10;

  /** Null until the threads can be had; written under the lock. */
  private volatile @Nullable ExecutorService threads;

  // Guarded by this.
  /** The jobs that came before the threads. */
  private final ArrayDeque<Runnable> early = new ArrayDeque<>(2);

  private @Nullable Thread starter;
  private boolean closed;

  /**
   * Has a thread execute a job.
   *
   * @throws RejectedExecutionException when closed
   */
  @Override
  public void execute(Runnable job) {
    ExecutorService known = threads;
    if (known == null) {
      known = threadsOrStart(job);
    }
    if (known == null) {
      return;
    }
    try {
      known.execute(job);
    } catch (RejectedExecutionException shutDown) {
      throw closed(shutDown);
    }
  }

  private static RejectedExecutionException closed(@Nullable Throwable cause) {
    return new RejectedExecutionException("the runner is closed; it has no thread any more", cause);
  }

  /** The threads; null if they are being made, and execute the job when they are there. */
  private synchronized @Nullable ExecutorService threadsOrStart(Runnable job) {
    if (threads == null && closed) {
      throw closed(null);
    }
    if (threads == null && !HAS_VIRTUAL) {
      threads = growing("makespan-");
    }
    if (threads != null) {
      return threads;
    }
    if (starter == null) {
      Thread made = new Daemons("makespan-start-").newThread(this);
      made.start();
      starter = made;
    }
    early.add(job);
    return null;
  }

  /** What the starter does. */
  @Override
  public void run() {
    ExecutorService made = virtualOrGrowing();
    ArrayDeque<Runnable> refused = new ArrayDeque<>(2);
    for (Runnable job = next(made); job != null; job = next(made)) {
      try {
        made.execute(job);
      } catch (Throwable noMemory) {
        refused.add(job);
      }
    }
    // Their givers have been told that they are taken.
    for (Runnable job = refused.poll(); job != null; job = refused.poll()) {
      job.run();
    }
  }

  private static ExecutorService virtualOrGrowing() {
    try {
      return virtual();
    } catch (Throwable cannotBeHad) {
      return growing("makespan-");
    }
  }

  /** The next job; if there is none, others go to the threads themselves from now on. */
  private synchronized @Nullable Runnable next(ExecutorService made) {
    Runnable next = early.poll();
    if (next == null) {
      threads = made;
    }
    return next;
  }

  /** Ends the threads; what they execute is interrupted after a while. */
  void close(Duration atMost) {
    Thread starting;
    synchronized (this) {
      closed = true;
      starting = starter;
    }
    if (starting != null) {
      join(starting, atMost);
    }
    ExecutorService known = threads;
    if (known != null) {
      close(known, atMost);
    }
  }

  /** It takes some milliseconds and waits for nothing, so an interrupt can wait, too. */
  private static void join(Thread starting, Duration atMost) {
    boolean interrupted = false;
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos();
        left > 0 && starting.isAlive();
        left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(starting, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void close(ExecutorService pool, Duration atMost) {
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

  /** A pool of platform threads that grows and shrinks. */
  static ThreadPoolExecutor growing(String prefix) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new Daemons(prefix));
  }

  /** A virtual thread for each job. Reached by name, since we compile for 17. */
  private static ExecutorService virtual() {
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
      Object alone = lookup
          .findVirtual(
              virtual,
              "inheritInheritableThreadLocals",
              MethodType.methodType(virtual, boolean.class))
          .invoke(named, false);
      ThreadFactory factory = (ThreadFactory) lookup
          .findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
          .invoke(alone);
      ThreadFactory loaded = job -> Daemons.withLoader(factory.newThread(job));
      return (ExecutorService) lookup
          .findStatic(
              Executors.class,
              "newThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class, ThreadFactory.class))
          .invokeExact(loaded);
    } catch (Throwable e) {
      throw new IllegalStateException("virtual threads can't be had", e);
    }
  }
}
