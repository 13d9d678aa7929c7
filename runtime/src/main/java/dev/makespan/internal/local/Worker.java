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
  /**
   * How many calls may wait on one stack. Few where threads are virtual: those cost little, and one
   * that waits needs about as much stack again for being put aside.
   */
  private static final int MOST_WITHIN = Runtime.version().feature() < 21 ? 100 : 16;

  /** How often the room on the stack is looked at, in calls that wait on it. */
  private static final int WITHIN_PER_PROBE = 2;

  /** How many small frames must find room, or else another thread is to execute what is next. */
  private static final int FRAMES = 4_096;

  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final LocalRun run;
  private final boolean helps;

  private @Nullable Attempt executing;

  /** How many calls wait below the one that is executed, on the same stack. */
  private int within;

  /** Whether the thread is in the engine, and will look at what is ready before it waits. */
  private boolean looks = true;

  /** Whether something may be ready for which no thread is summoned. */
  private boolean owes;

  /** Whether the thread of a caller who helps was interrupted, and not by the engine. */
  private boolean disturbed;

  private Worker(LocalRun run, boolean helps) {
    this.run = run;
    this.helps = helps;
  }

  /** The worker that this thread is; null if it executes nothing. */
  static @Nullable Worker get() {
    return CURRENT.get();
  }

  LocalEngine engine() {
    return run.engine();
  }

  /** Executes what is ready until nothing is left, on a thread that was summoned. */
  static void work(LocalRun run) {
    Worker before;
    Worker worker;
    try {
      before = CURRENT.get();
      worker = new Worker(run, false);
      CURRENT.set(worker);
    } catch (Throwable noMemory) {
      run.refused(noMemory);
      return;
    }
    try {
      Ready next = run.pollFirst(worker);
      while (next != null) {
        worker.left();
        next.execute(worker);
        next = run.engine().platform().goesOn() ? run.poll(worker) : null;
      }
    } finally {
      worker.leave(before);
    }
  }

  /** Does something, if told, then executes what a waiting thread may until the future is done. */
  static void help(LocalRun run, @Nullable Runnable first, CompletableFuture<?> future) {
    Worker worker = new Worker(run, true);
    CURRENT.set(worker);
    try {
      if (first != null) {
        first.run();
      }
      while (!future.isDone() && !worker.disturbed && !run.refusesHelp()) {
        Ready next = run.pollHelpable(worker);
        if (next == null) {
          break;
        }
        worker.left();
        next.execute(worker);
      }
    } finally {
      worker.leave(null);
      if (worker.disturbed) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Executes parts of what the call that this thread executes waits for. */
  void help(LocalRun where, CompletableFuture<?> future, Object whole, @Nullable Execution first) {
    if (!hasRoomBelow(where)) {
      return;
    }
    within++;
    try {
      if (first != null && first.lacksThread()) {
        left();
        // It stays in the queue, where it will be found to have begun.
        first.execute(this);
      }
      while (!future.isDone() && !isInterrupted()) {
        Ready next = run.pollPart(whole);
        if (next == null) {
          break;
        }
        left();
        next.execute(this);
      }
    } finally {
      comeBack();
    }
  }

  /** Executes a call that is in no queue, below the one that waits. */
  void perform(Execution call) {
    within++;
    try {
      call.grant();
      left();
      call.execute(this);
    } finally {
      comeBack();
    }
  }

  /** Whether something of a run may be executed below the call that waits. */
  boolean hasRoomBelow(LocalRun where) {
    return where == run && executing != null && within < MOST_WITHIN && hasRoom();
  }

  private void comeBack() {
    within--;
    left();
    entering();
    if (isInterrupted()) {
      // The calls that were executed have cleared it.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether the stack has room for some more of the user's frames. Each call that waits may have as
   * many as it likes, which would be fine on a stack of its own.
   */
  private boolean hasRoom() {
    if (within == 0 || within % WITHIN_PER_PROBE != 0) {
      return true;
    }
    try {
      return descend(FRAMES) >= 0;
    } catch (StackOverflowError none) {
      return false;
    }
  }

  /** The result of a call is used, so that it needs a frame. */
  private static int descend(int frames) {
    return frames == 0 ? 0 : 1 + descend(frames - 1);
  }

  /** Says which attempt is executed from now on. */
  void executing(@Nullable Attempt attempt) {
    executing = attempt;
  }

  /** The attempt that is executed; null if there is none. */
  @Nullable Attempt executing() {
    return executing;
  }

  /** Says that this thread is about to wait for a future, if it executes a call. */
  static void waits() {
    Worker worker = CURRENT.get();
    if (worker != null && worker.executing != null) {
      worker.executing.waits();
    }
  }

  /** Runs a job that is part of a run but no call. */
  static void of(LocalRun run, Runnable job) {
    Worker before;
    Worker worker;
    try {
      before = CURRENT.get();
      worker = new Worker(run, false);
      CURRENT.set(worker);
    } catch (Throwable noMemory) {
      // Nobody else does it, and it may be the end of something.
      job.run();
      return;
    }
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

  /** Whether the thread is in the engine, rather than in user code. */
  boolean looks() {
    return looks;
  }

  /** Says that user code is about to run. */
  void entering() {
    entering(false);
  }

  /**
   * Says that user code is about to run.
   *
   * @param isShort whether it is most likely over before another thread could come; then one is
   *     summoned only if it isn't
   */
  void entering(boolean isShort) {
    looks = false;
    if (!owes) {
      return;
    }
    if (isShort) {
      run.watch();
    } else {
      owes = false;
      run.share();
    }
  }

  /**
   * Says that the user's code has returned. An interrupt must not reach what comes next; that of a
   * caller who helps isn't lost.
   */
  void left() {
    looks = true;
    if (Thread.interrupted() && helps) {
      disturbed |= !isInterrupted();
    }
  }

  /** Whether the engine has interrupted the thread. */
  private boolean isInterrupted() {
    for (Attempt each = executing; each != null; each = each.outer()) {
      if (each.hasInterrupted()) {
        return true;
      }
    }
    return false;
  }
}
