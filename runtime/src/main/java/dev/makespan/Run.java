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
 * <p>If it fails, it fails with the exception that the task threw. {@link Makespan#join} and the
 * {@code blocking()} twins throw that one as it is, also a checked one. {@link #join} and
 * {@link #get} do as those of every {@link java.util.concurrent.CompletableFuture}: {@code join}
 * throws a {@link java.util.concurrent.CompletionException} and {@code get} an
 * {@link java.util.concurrent.ExecutionException}, whose cause it is; for a
 * {@link java.util.concurrent.CancellationException}, also of the task's own, both throw one, which
 * on newer JDKs is a new one with the first as cause. A {@code CompletionException} of the task's
 * own counts as wrapped already: {@code join} throws it as it is, and the cause that {@code get}
 * tells is its cause.
 *
 * <p>A thread that is interrupted while it waits in a {@code blocking()} twin cancels the run and
 * throws a {@link java.util.concurrent.CancellationException}, with the interrupt kept; in
 * {@link #get} it throws an {@link InterruptedException} and leaves the run alone; in {@link #join}
 * and {@link Makespan#join} it goes on to wait and keeps the interrupt. If it
 * {@linkplain Runner.Builder#helping helps} at that moment, the task that it executes sees the
 * interrupt, as in a plain call, and may fail with an {@link InterruptedException}.
 *
 * <p>Threads of the stages that depend on it:
 *
 * <ul>
 *   <li>When it completes by itself, by {@code orTimeout} or by {@code completeOnTimeout}, they run
 *       on the thread of its {@link Runner} that completes it.
 *   <li>When it is cancelled or completed from outside, they run on the thread that does so. That
 *       is the caller of {@link Runner#closeNow} for the runs this cancels. What is stopped with
 *       that, such as the calls of a dynamic and the runs that a task started, completes by itself,
 *       when all in it has ended, on threads of its {@link Runner}.
 *   <li>When it is complete, they run at once, on the thread that derives them. A thread that waits
 *       for it, derives a stage or tries to complete it while another one completes it may take
 *       over some of them, as {@code CompletableFuture} has it.
 *   <li>Asynchronous ones without an executor of their own run on the threads of its
 *       {@link Runner}, and fail with a {@link java.util.concurrent.RejectedExecutionException}
 *       once that is closed.
 *   <li>A call outside any run, through {@code current()}, gives a run that is complete already:
 *       they run on the thread that derives them, also the asynchronous ones without an executor.
 * </ul>
 *
 * <p>The run ends after the stages that its completion runs, so these must not wait for its end.
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
   * itself, but after it when it was cancelled or completed from outside. Never fails. Stages that
   * depend on it run on the runner's thread on which that thing ended, or on the thread that
   * cancels the run if nothing was being executed any more.
   */
  public abstract CompletionStage<Void> ended();
}
