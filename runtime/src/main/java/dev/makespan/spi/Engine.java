package dev.makespan.spi;

import java.time.Duration;

/**
 * Executes task calls in runs: it owns the threads, the clock, the slots, the pools and the timers.
 *
 * <p>What depends on what, which failure wins and when a run ends are not its concern; that is
 * decided above it, with the operations of {@link RunScope}. All methods may be called from any
 * thread.
 */
public interface Engine {
  /**
   * Opens a run.
   *
   * @param name what to call it; part of its id
   * @param maxParallelism how many slots it has; 0 for no limit
   * @param onClose called at most once, on the thread that calls {@link #closeNow}, if the run is
   *     still open then: it must cancel the run
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close} or
   *     {@link #closeNow}
   */
  RunScope open(String name, int maxParallelism, Runnable onClose);

  /**
   * Refuses new runs, waits for the end of the open ones, then ends the threads.
   *
   * @throws IllegalStateException if the calling thread executes a part of one of the runs, which
   *     could then never end
   */
  void close();

  /**
   * Refuses new runs, cancels the open ones, waits for their end, then ends the threads. See
   * {@link #close}.
   */
  void closeNow();

  /** Whether new runs are refused. */
  boolean isClosed();

  /** How long a body that ignores its interrupt still counts as running. */
  Duration grace();
}
