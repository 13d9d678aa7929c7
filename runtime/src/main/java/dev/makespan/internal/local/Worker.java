package dev.makespan.internal.local;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A thread while it executes what is ready in a run.
 *
 * <p>What it makes ready itself it takes up itself, if it can do so at once. Before it runs user
 * code, which may wait, it has another thread summoned for what is left.
 *
 * <p>Used by its own thread only.
 */
final class Worker {
  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final LocalRun run;
  private final boolean helps;

  /** Whether the thread is in the engine, and will look at what is ready before it waits. */
  private boolean looks = true;

  /** Whether something may be ready for which no thread is summoned. */
  private boolean owes;

  private Worker(LocalRun run, boolean helps) {
    this.run = run;
    this.helps = helps;
  }

  /** Whether this is the thread of a caller that only waits for the run. */
  boolean helps() {
    return helps;
  }

  /** The worker that this thread is; null if it executes nothing. */
  static @Nullable Worker get() {
    return CURRENT.get();
  }

  LocalEngine engine() {
    return run.engine();
  }

  /** Executes what is ready until nothing is left. */
  static void work(LocalRun run) {
    Worker before = CURRENT.get();
    Worker worker = new Worker(run, false);
    CURRENT.set(worker);
    try {
      Ready next = run.poll(worker);
      while (next != null) {
        worker.looks = true;
        next.execute(worker);
        next = run.engine().platform().goesOn() ? run.poll(worker) : null;
      }
    } finally {
      worker.leave(before);
    }
  }

  /** Executes what a waiting thread may execute, until the future is done. */
  static boolean help(LocalRun run, CompletableFuture<?> future) {
    Worker before = CURRENT.get();
    Worker worker = new Worker(run, true);
    CURRENT.set(worker);
    boolean interrupted = false;
    try {
      while (!interrupted && !future.isDone()) {
        Ready next = run.pollHelpable(worker);
        if (next == null) {
          break;
        }
        worker.looks = true;
        next.execute(worker);
        interrupted = Thread.currentThread().isInterrupted();
      }
    } finally {
      worker.leave(before);
    }
    return interrupted;
  }

  /** Runs a job that is part of a run but no call. */
  static void of(LocalRun run, Runnable job) {
    Worker before = CURRENT.get();
    Worker worker = new Worker(run, false);
    CURRENT.set(worker);
    try {
      job.run();
    } finally {
      worker.leave(before);
    }
  }

  private void leave(@Nullable Worker before) {
    entering();
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  /** Says that something is ready; false if another thread must be summoned at once. */
  boolean notes(LocalRun where) {
    if (!looks || where != run) {
      return false;
    }
    owes = true;
    return true;
  }

  /** Says whether anything is left for which no thread is summoned. */
  void leaves(boolean any) {
    owes = any;
  }

  /** Says that user code is about to run. */
  void entering() {
    looks = false;
    if (owes) {
      owes = false;
      run.share();
    }
  }

  /** Says that the user's code has returned. */
  void left() {
    looks = true;
  }
}
