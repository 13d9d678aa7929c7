package dev.makespan.spi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run that has a limit of its own: the run itself, a workflow that another one calls, a
 * map.
 *
 * <p>All methods may be called from any thread. None of them but {@link #help} runs a task's method
 * on the calling thread.
 */
public interface RunScope {
  /** The run's id: the name it was opened with and some letters that tell it from others. */
  String id();

  /**
   * Executes a call as soon as the slots that it needs are free, and the place in its pool; calls
   * of one scope get slots in the order of submission, and those that wait for a pool get places in
   * the order in which they came to it, as far as slots of their runs are free then. Neither is
   * held while waiting for the other. A call submitted after {@link #cancel} or after the end of
   * the run is stopped at once.
   */
  void submit(TaskCall<?> call);

  /** A scope within this one, with at most so many slots; 0 adds no limit. */
  RunScope inner(int maxSlots);

  /** A scope within this one for what a map does with its elements; it adds no limit. */
  RunScope elements();

  /**
   * Where calls of a method are executed: in a scope of {@link #elements} one within it that all
   * elements share, with at most so many slots; in any other scope this one.
   *
   * @param method tells methods apart, by {@link Object#equals}
   * @param maxSlots the same whenever the method is; 0 adds no limit
   */
  RunScope shared(Object method, int maxSlots);

  /**
   * How many calls that take a slot can be executed here at the same time;
   * {@link Integer#MAX_VALUE} without a limit.
   */
  int width();

  /**
   * How many threads can do something at the same time. More of them are of use where calls wait.
   */
  default int processors() {
    return 1;
  }

  /**
   * What calls of this scope take slots of; null without a limit. Only the engine looks into it.
   */
  @Nullable Object limit();

  /** The run's own threads. A job that is handed to it must not wait for long. */
  Executor executor();

  /**
   * Runs a job of the runtime's own soon: on this thread when it is back in the engine, if it is
   * one of the run's, or on another one; at once if no thread can be had.
   */
  void later(Runnable job);

  /**
   * Runs the job that a run begins with soon, on one of the run's threads. Called at most once,
   * before anything is submitted.
   *
   * @throws java.util.concurrent.RejectedExecutionException if no thread can be had; nothing has
   *     begun then. An {@link Error} of who should give one is thrown as it is
   */
  void begin(Runnable first);

  /**
   * Says that no waiting thread may execute calls of this run that are submitted from now on, nor
   * those that are ready already.
   */
  void refuseHelp();

  /**
   * Does something, and executes calls of this run on the calling thread while it waits for the
   * future, as far as it may. Returns when the future is done, when there is nothing that this
   * thread may execute, or when it is interrupted, which is then still to be seen.
   *
   * @param first what the run begins with; if this thread may not execute it, as by {@link #begin},
   *     also when that throws
   */
  void help(Runnable first, CompletableFuture<?> future);

  /**
   * Executes calls of this run, on the thread of a call that waits, which are
   * {@linkplain TaskCall#isPartOf part} of what it waits for. Returns when the future is done or
   * when nothing of that is ready.
   *
   * @param future done when the whole has ended
   * @param first the call that the whole begins with; null if that isn't known
   */
  void help(CompletableFuture<?> future, Object whole, @Nullable TaskCall<?> first);

  /**
   * Executes a call at once, on the thread of a call that waits, and below that. Does nothing where
   * the thread isn't one of the run's, or has no room for it.
   *
   * @param call needs no slot, and wasn't submitted
   */
  void perform(TaskCall<?> call);

  /** Has another thread come if something is ready to be executed. */
  void share();

  /**
   * Runs what this thread would go on with on other threads: the caller is about to run user code,
   * which may wait. Does nothing on a thread that isn't the run's.
   *
   * @param isShort whether that most likely takes a few microseconds only
   * @return whether {@link #takeUp} is to be called when it has returned, since the engine goes on
   *     then; false on a thread that was in user code before
   */
  boolean handOver(boolean isShort);

  /**
   * Says that this thread is about to wait, or to run code of the user's that may wait for any
   * other call: one that holds a slot between two methods gives it back.
   */
  void waits();

  /** Says that the user code has returned for which {@link #handOver} was called. */
  void takeUp();

  /**
   * Called before a thread waits for a future, so that it may execute calls meanwhile, and so that
   * an engine with a way of its own to wait may do it here, until the future is done. An engine
   * without one returns, and the thread waits as for any future. An interrupt doesn't end the wait.
   */
  void await(CompletableFuture<?> future);

  /**
   * The same for a wait that ends when the time has passed or the thread is interrupted.
   *
   * @return false if the engine waited and the time has passed
   * @throws InterruptedException if the engine waited and the thread was interrupted
   */
  boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException;

  /** Runs the job on the run's threads after a delay, unless it is cancelled before. */
  Timer timer(Duration delay, Runnable job);

  /** The engine's clock, in nanoseconds since an arbitrary moment. */
  long nanoTime();

  /**
   * From now on no call of the whole run is started. What runs is stopped call by call, with
   * {@link TaskCall#stop}.
   */
  void cancel();

  /** Says that the run has ended: all its calls have. */
  void end();

  /** A job that waits for its time. */
  interface Timer {
    /** Forgets the job if it hasn't begun. */
    void cancel();
  }
}
