package dev.makespan.internal.local;

import org.jspecify.annotations.Nullable;

/**
 * A thread while it executes calls of an engine. It goes on with one call that it has made ready,
 * and hands all others to other threads.
 *
 * <p>Used by its own thread only.
 */
final class Worker {
  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final LocalEngine engine;
  private boolean collects;
  private @Nullable Execution next;

  private Worker(LocalEngine engine) {
    this.engine = engine;
  }

  static Worker current(LocalEngine engine) {
    Worker worker = CURRENT.get();
    return worker != null && worker.engine == engine ? worker : new Worker(engine);
  }

  /** The worker that this thread is; null if it executes nothing. */
  static @Nullable Worker get() {
    return CURRENT.get();
  }

  LocalEngine engine() {
    return engine;
  }

  /** Executes the call, and what it goes on with. */
  void work(Execution first) {
    Worker before = CURRENT.get();
    CURRENT.set(this);
    try {
      for (Execution execution = first; execution != null; execution = takeNext()) {
        collects = false;
        execution.execute(this);
      }
    } finally {
      handOver();
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** Runs a job that is part of a run but no call. */
  static void of(LocalEngine engine, Runnable job) {
    Worker before = CURRENT.get();
    Worker worker = current(engine);
    CURRENT.set(worker);
    try {
      job.run();
    } finally {
      if (before == null) {
        worker.handOver();
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  private @Nullable Execution takeNext() {
    Execution taken = next;
    next = null;
    return taken;
  }

  /**
   * Keeps a call for this thread to go on with; false if it has one, or executes the user's code.
   */
  boolean keep(Execution execution) {
    if (!collects || next != null) {
      return false;
    }
    next = execution;
    return true;
  }

  /** Says that the user's code has returned, so that a call that is kept will be executed soon. */
  void collect() {
    collects = true;
  }

  /** Says that user code is about to run, and gives away what was kept. */
  void handOver() {
    collects = false;
    Execution kept = takeNext();
    if (kept != null) {
      engine.hand(kept);
    }
  }
}
