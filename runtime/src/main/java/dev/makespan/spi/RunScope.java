package dev.makespan.spi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A part of a run that has a limit of its own: the run itself, a workflow that another one calls, a
 * map.
 *
 * <p>All methods may be called from any thread. None of them runs a task's method on the calling
 * thread.
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

  /**
   * How many calls that take a slot can be executed here at the same time;
   * {@link Integer#MAX_VALUE} without a limit.
   */
  int width();

  /** The run's own threads. A job that is handed to it must not wait for long. */
  Executor executor();

  /**
   * Runs what this thread would go on with on other threads: the caller is about to run user code,
   * which may wait. Does nothing on a thread that isn't the run's.
   */
  void handOver();

  /**
   * Called before a thread waits for a future, so that an engine with a way of its own to wait may
   * do it here, until the future is done. An engine without one returns at once, and the thread
   * waits as for any future. An interrupt doesn't end the wait.
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
