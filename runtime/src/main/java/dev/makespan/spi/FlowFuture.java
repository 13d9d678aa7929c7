package dev.makespan.spi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CompletableFuture} of something that a run executes.
 *
 * <p>It waits, times out and runs its asynchronous stages through the engine of the run, and so
 * does every stage that is derived from it. Completing it from outside, by {@link #complete},
 * {@link #completeExceptionally}, {@link #cancel} or a timeout, first cancels what it stands for
 * and then completes it.
 *
 * <p>The stages that depend on it run on the thread that completes it, which is one of the engine's
 * unless it is completed from outside; the Javadoc of {@code Run} has the cases.
 */
public abstract class FlowFuture<T> extends OwnedFuture<T> {
  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<FlowFuture> WAITING =
      AtomicIntegerFieldUpdater.newUpdater(FlowFuture.class, "waiting");

  private final Host host;
  private volatile boolean observed;

  /** How many threads wait in a timed get: they look at an outcome that comes in time. */
  private volatile int waiting;

  /** The stages that it needs all of, as far as they are known; of no use when it is done. */
  private volatile List<? extends CompletionStage<?>> sources = List.of();

  protected FlowFuture(Host host) {
    this.host = host;
  }

  /** Told once that a future is done, as a stage that depends on it would be, but lighter. */
  public abstract static class Listener {
    /** In place of listeners, when they have been told. */
    static final Listener TOLD = new Listener() {
      @Override
      public void done() {}
    };

    /** The one that was added before this one. */
    @Nullable Listener before;

    /**
     * The future is done. Must not throw, nor run code of the user's unless by completing another
     * one.
     */
    public abstract void done();
  }

  /** What a future and the stages derived from it belong to. */
  public interface Host {
    RunScope scope();

    /** Says that a stage was derived from one of its futures. */
    void derived(FlowFuture<?> stage);

    /**
     * Whether {@link #awaiting} makes use of what a stage {@linkplain FlowFuture#sources needs};
     * otherwise stages don't keep it.
     */
    default boolean wantsSources() {
      return false;
    }

    /** Called before a thread waits for one of its futures, or for a stage derived from one. */
    default void awaiting(FlowFuture<?> future) {
      scope().await(future);
    }

    /**
     * Runs the completion of one of its futures, on which stages depend: they are no part of what
     * this thread executes, and may wait for what it would do next.
     */
    default void runStages(Runnable completion) {
      completion.run();
    }

    /** Says that somebody has waited for one of its futures, or for a stage derived from one. */
    void joined(FlowFuture<?> future);
  }

  /**
   * Has a listener told when this is done, on the thread that completes it; at once if it is.
   * Counts as a look at the outcome.
   *
   * @return false where that can't be: then a stage must be derived
   */
  public boolean whenDone(Listener listener) {
    observed = true;
    tell(listener);
    return true;
  }

  /** Completes a stage that was {@linkplain #derive derived}; does nothing if it is complete. */
  public final void succeed(T value) {
    finish(value, null);
  }

  /**
   * Fails a stage that was derived from a future, with an exception that {@link #failure} then
   * tells; {@link #completeExceptionally} would leave open whether it only wraps another one. Does
   * nothing if it is complete.
   */
  public final void fail(Throwable own) {
    if (!isDone()) {
      finish(null, own);
    }
  }

  /** Says that it completes when all these stages have. */
  public final void needs(List<? extends CompletionStage<?>> stages) {
    sources = stages;
    if (isDone()) {
      sources = List.of();
    }
  }

  /** The stages that must all complete before it does, as far as they are known. */
  public final List<? extends CompletionStage<?>> sources() {
    if (isDone()) {
      sources = List.of();
    }
    return sources;
  }

  /** Whether somebody asked for the outcome or derived a stage from it. */
  public final boolean observed() {
    return observed;
  }

  /** Counts as a look at the outcome: the caller takes over to tell a failure. */
  public final void observe() {
    observed = true;
  }

  @Override
  protected final void runStages(Runnable completion) {
    host.runStages(completion);
  }

  private void seenIfDone() {
    if (isDone()) {
      observed = true;
    }
  }

  /**
   * Whether it has failed, by itself and not by being cancelled, and nobody has looked at it. Also
   * while another thread is about to complete it so.
   */
  public final boolean failedUnseen() {
    boolean failed = failure() == null ? hasFailed() && !isCancelled() : hasFailed() || !isDone();
    return failed && !observed && waiting == 0;
  }

  /** Whether it has completed with a value; asking so is no look at the outcome. */
  public final boolean hasValue() {
    return isDone() && !hasFailed();
  }

  /** The value if it {@link #hasValue}, which must be so; asking so is no look at the outcome. */
  public final T value() {
    return super.join();
  }

  /** Whether it has completed with an exception; asking so is no look at the outcome. */
  protected final boolean hasFailed() {
    return super.isCompletedExceptionally();
  }

  @Override
  public T join() {
    observed = true;
    if (!isDone()) {
      host.awaiting(this);
    }
    try {
      return super.join();
    } finally {
      host.joined(this);
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    observed = true;
    if (!isDone()) {
      host.scope().await(this, Duration.ofNanos(Long.MAX_VALUE));
    }
    try {
      return super.get();
    } catch (RuntimeException e) {
      throw told(e);
    } finally {
      host.joined(this);
    }
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    boolean seen = true;
    WAITING.incrementAndGet(this);
    try {
      if (!isDone() && !host.scope().await(this, Duration.ofNanos(unit.toNanos(timeout)))) {
        throw new TimeoutException(
            "not done after " + timeout + " " + unit.name().toLowerCase(Locale.ROOT));
      }
      return super.get(timeout, unit);
    } catch (TimeoutException | InterruptedException e) {
      // Giving up is no look at the outcome.
      seen = false;
      throw e;
    } catch (RuntimeException e) {
      throw told(e);
    } finally {
      if (seen) {
        observed = true;
        host.joined(this);
      }
      WAITING.decrementAndGet(this);
    }
  }

  /** What {@link #get} throws: the JDK fails to wrap an exception that can't tell its text. */
  private ExecutionException told(RuntimeException thrown) {
    Throwable own = failure();
    if (own == null || thrown instanceof CancellationException) {
      throw thrown;
    }
    return new ExecutionException(own.getClass().getName(), own);
  }

  @Override
  public T getNow(T valueIfAbsent) {
    seenIfDone();
    return super.getNow(valueIfAbsent);
  }

  /**
   * The value of a future that has completed normally, as {@code Future.resultNow} of newer JDKs.
   */
  // On JDK 19 and later this overrides a method of CompletableFuture.
  @SuppressWarnings("MissingOverride")
  public T resultNow() {
    seenIfDone();
    if (!isDone() || super.isCompletedExceptionally()) {
      throw new IllegalStateException(
          isDone() ? "the future has failed" : "the future is not done");
    }
    return super.join();
  }

  /** The exception of a future that has failed, as {@code Future.exceptionNow} of newer JDKs. */
  @SuppressWarnings("MissingOverride")
  public Throwable exceptionNow() {
    seenIfDone();
    Throwable own = failure();
    if (own != null && hasFailed()) {
      return own;
    }
    if (!hasFailed() || isCancelled()) {
      throw new IllegalStateException(
          isDone() ? "the future has no exception" : "the future is not done");
    }
    try {
      super.join();
      throw new IllegalStateException("the future has no exception");
    } catch (CompletionException e) {
      return e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public boolean isCompletedExceptionally() {
    seenIfDone();
    return super.isCompletedExceptionally();
  }

  /** The stage that this gives can't be looked at on its own, so taking it counts as a look. */
  @Override
  public CompletionStage<T> minimalCompletionStage() {
    observed = true;
    staging();
    return super.minimalCompletionStage();
  }

  // Other makers of stages take this one through here.
  @Override
  public CompletableFuture<T> toCompletableFuture() {
    observed = true;
    staging();
    return this;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    staging();
    return derive();
  }

  /** A stage of the same run, which others complete: unlike other stages it isn't made for this. */
  public final <U> CompletableFuture<U> derive() {
    observed = true;
    DerivedFuture<U> stage = new DerivedFuture<>(host);
    if (host.wantsSources() && !isDone()) {
      // Not the stages between: a long chain of them would keep them all.
      List<? extends CompletionStage<?>> own = sources;
      stage.needs(own.isEmpty() ? List.of(this) : own);
    }
    host.derived(stage);
    return stage;
  }

  @Override
  public Executor defaultExecutor() {
    return host.scope().executor();
  }

  @Override
  public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    after(timeout, unit, () -> completeExceptionally(new TimeoutException()));
    return this;
  }

  @Override
  public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    after(timeout, unit, () -> complete(value));
    return this;
  }

  private void after(long timeout, TimeUnit unit, Runnable job) {
    if (isDone()) {
      return;
    }
    RunScope.Timer timer = host.scope().timer(Duration.ofNanos(unit.toNanos(timeout)), job);
    // Forgetting the timer is no look at the outcome, so this stage must not count as one.
    boolean before = observed;
    CompletableFuture<?> unused = handle((value, thrown) -> {
      timer.cancel();
      return null;
    });
    observed = before;
  }

  /**
   * A stage that a caller derived. Nobody computes it for the engine, so there is nothing to
   * cancel.
   */
  private static final class DerivedFuture<T> extends FlowFuture<T> {
    DerivedFuture(Host host) {
      super(host);
    }

    /** Others complete it past the methods above. */
    @Override
    public boolean whenDone(Listener listener) {
      return false;
    }

    @Override
    protected void stop() {}
  }
}
