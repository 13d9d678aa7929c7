package dev.makespan.spi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
public abstract class FlowFuture<T> extends CompletableFuture<T> {
  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<FlowFuture> WAITING =
      AtomicIntegerFieldUpdater.newUpdater(FlowFuture.class, "waiting");

  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<FlowFuture, @Nullable Throwable> FAILURE =
      AtomicReferenceFieldUpdater.newUpdater(FlowFuture.class, Throwable.class, "failure");

  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<FlowFuture, @Nullable Listener> LISTENERS =
      AtomicReferenceFieldUpdater.newUpdater(FlowFuture.class, Listener.class, "listeners");

  /** In place of listeners, when they have been told. */
  private static final Listener TOLD = new Listener() {
    @Override
    public void done() {}

    @Override
    public boolean runsStages() {
      return false;
    }
  };

  private final Host host;
  private volatile boolean observed;

  /** The newest, which knows the one before. */
  private volatile @Nullable Listener listeners;

  /** How many threads wait in a timed get: they look at an outcome that comes in time. */
  private volatile int waiting;

  /** Says that it is being completed from outside; the end of what is stopped doesn't count. */
  private volatile boolean completing;

  private volatile @Nullable Throwable failure;

  /** The stages that it needs all of, as far as they are known; of no use when it is done. */
  private volatile List<? extends CompletionStage<?>> sources = List.of();

  protected FlowFuture(Host host) {
    this.host = host;
  }

  /** Told once that a future is done, as a stage that depends on it would be, but lighter. */
  public abstract static class Listener {
    private @Nullable Listener before;

    /** The future is done. Must not throw. */
    public abstract void done();

    /**
     * Whether {@link #done} may run code of the user's, as things are, rather than only take note.
     */
    public abstract boolean runsStages();
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

    /** Says that somebody has waited for one of its futures, or for a stage derived from one. */
    void joined(FlowFuture<?> future);
  }

  /**
   * Cancels what this future stands for; called before it is completed from outside. May be called
   * more than once.
   */
  protected abstract void stop();

  /** Called before {@link #stop}, to throw where the stack has no room for it. */
  protected void probe() {}

  /** Called after it was completed from outside. What {@link #finish} said before had no effect. */
  protected void completedFromOutside() {}

  /**
   * Completes it with what the engine found. Does nothing if it is complete, or is being completed
   * from outside.
   */
  protected final void finish(@Nullable T value, @Nullable Throwable thrown) {
    if (completing || isDone()) {
      return;
    }
    if (thrown == null) {
      super.complete(value);
    } else if (FAILURE.compareAndSet(this, null, thrown)) {
      completeWith(thrown);
    } else {
      // Another thread is about to fail it, and tells them then.
      return;
    }
    if (isDone()) {
      tellListeners();
    }
    // Or else somebody outside is about to complete it, and tells them then.
  }

  private void completeWith(Throwable thrown) {
    try {
      if (!super.completeExceptionally(tellable(thrown))) {
        // Somebody outside was faster.
        failure = null;
      }
    } catch (Throwable noMemoryOrStack) {
      if (!isDone()) {
        // Nobody could fail it any more.
        failure = null;
      }
      throw noMemoryOrStack;
    }
  }

  /**
   * Has a listener told when this is done, on the thread that completes it; at once if it is.
   * Counts as a look at the outcome.
   *
   * @return false where that can't be: then a stage must be derived
   */
  public boolean whenDone(Listener listener) {
    observed = true;
    if (isDone()) {
      listener.done();
      return true;
    }
    while (true) {
      Listener newest = listeners;
      if (newest == TOLD) {
        listener.done();
        return true;
      }
      listener.before = newest;
      if (LISTENERS.compareAndSet(this, newest, listener)) {
        return true;
      }
    }
  }

  /**
   * Whether its completion runs code of the user's on the thread that completes it, as things are.
   * Threads that wait for it count, too.
   */
  public final boolean runsStages() {
    if (getNumberOfDependents() > 0) {
      return true;
    }
    Listener next = listeners;
    while (next != null && !next.runsStages()) {
      next = next.before;
    }
    return next != null;
  }

  /** Whether {@link #finish} has an effect, and others go on by it, as things are. */
  protected final boolean finishRunsStages() {
    return !completing && !isDone() && (getNumberOfDependents() > 0 || listeners != null);
  }

  private void tellListeners() {
    if (listeners == TOLD) {
      return;
    }
    Listener next = LISTENERS.getAndSet(this, TOLD);
    while (next != null) {
      Listener before = next.before;
      next.done();
      next = before;
    }
  }

  /**
   * The exception, or a wrapper of one that can't tell its text: the stages that depend on this
   * future wrap it, which asks for that, and would be lost.
   */
  private static Throwable tellable(Throwable thrown) {
    try {
      String unused = thrown.toString();
      return thrown;
    } catch (Throwable broken) {
      return new CompletionException(thrown.getClass().getName(), thrown);
    }
  }

  /**
   * The exception that the work itself threw, never a wrapper of it; null while there is none, when
   * the future was completed from outside, and for most derived stages.
   */
  public final @Nullable Throwable failure() {
    return failure;
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
    boolean failed = failure == null ? hasFailed() && !isCancelled() : hasFailed() || !isDone();
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
    Throwable own = failure;
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
    Throwable own = failure;
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
    return super.minimalCompletionStage();
  }

  // Other makers of stages take this one through here.
  @Override
  public CompletableFuture<T> toCompletableFuture() {
    observed = true;
    return this;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
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
  public boolean complete(T value) {
    if (isDone()) {
      return false;
    }
    return fromOutside(() -> super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable thrown) {
    // Before anything is stopped.
    Objects.requireNonNull(thrown, "thrown");
    if (isDone()) {
      return false;
    }
    return fromOutside(() -> super.completeExceptionally(thrown));
  }

  /** Completes it, also when what it stands for can't be cancelled: nobody else would any more. */
  private boolean fromOutside(BooleanSupplier completion) {
    probe();
    completing = true;
    boolean completed;
    try {
      stop();
    } finally {
      completed = completion.getAsBoolean();
      tellListeners();
      completedFromOutside();
    }
    return completed;
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
    return completeAsync(supplier, defaultExecutor());
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    Objects.requireNonNull(supplier, "supplier");
    executor.execute(() -> {
      try {
        complete(supplier.get());
      } catch (Throwable thrown) {
        completeExceptionally(thrown);
      }
    });
    return this;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return isDone()
        ? super.cancel(mayInterruptIfRunning)
        : fromOutside(() -> super.cancel(mayInterruptIfRunning));
  }

  @Override
  public void obtrudeValue(T value) {
    failure = null;
    boolean unused = fromOutside(() -> {
      super.obtrudeValue(value);
      return true;
    });
  }

  @Override
  public void obtrudeException(Throwable thrown) {
    Objects.requireNonNull(thrown, "thrown");
    failure = null;
    boolean unused = fromOutside(() -> {
      super.obtrudeException(thrown);
      return true;
    });
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
