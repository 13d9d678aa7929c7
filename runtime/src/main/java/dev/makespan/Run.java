package dev.makespan;

import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.spi.FlowFuture;
import java.util.concurrent.CompletionStage;

/**
 * An execution of a workflow or a dynamic, as a future of its result.
 *
 * <p>It completes when everything that it started has ended. {@link #cancel}, and completing it
 * from outside by any other method, starts nothing more, interrupts what runs and completes the
 * future at once; the run itself then {@linkplain #ended ends} as soon as the interrupted methods
 * have returned.
 *
 * <p>{@link #join} and {@link #get} wrap the exception of a failed task as every
 * {@link java.util.concurrent.CompletableFuture} does; {@link Makespan#join} and the
 * {@code blocking()} twins throw it as it is.
 *
 * <p>Stages that depend on it run on the thread that completes it, which is one of the run's, or at
 * once if it is complete; asynchronous ones without an executor of their own run on the threads of
 * its {@link Runner}, and are refused once that is closed. The run ends after the stages that its
 * completion runs, so these must not wait for its end.
 *
 * <p>All methods may be called from any thread.
 *
 * @param <R> the type of the result; {@link Void} if there is none
 */
public abstract class Run<R> extends FlowFuture<R> {
  /** For the runtime. */
  protected Run(Host host) {
    super(host);
  }

  /** A name that tells this run from others: the method's name and some letters. */
  public abstract String id();

  /** The call sites of this run and what each waits for, as far as it got. */
  public abstract RunGraph graph();

  /** How this run went, or has gone so far. */
  public abstract RunReport report();

  /**
   * Completes with null when the last thing that this run started has ended: together with the run
   * itself, but after it when it was cancelled or completed from outside. Never fails.
   */
  public abstract CompletionStage<Void> ended();
}
