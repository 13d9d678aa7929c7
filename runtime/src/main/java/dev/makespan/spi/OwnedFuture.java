package dev.makespan.spi;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future with an owner: who computes what it stands for {@linkplain #finish finishes} it. All
 * others complete it from outside, which stops the owner first; from then on only they count.
 *
 * <p>Any thread may complete it. The one that does tells the {@linkplain FlowFuture.Listener
 * listeners}, after it is done.
 */
abstract class OwnedFuture<T> extends CompletableFuture<T> {
  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<OwnedFuture, @Nullable Throwable> FAILURE =
      AtomicReferenceFieldUpdater.newUpdater(OwnedFuture.class, Throwable.class, "failure");

  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<OwnedFuture, FlowFuture.@Nullable Listener>
      LISTENERS = AtomicReferenceFieldUpdater.newUpdater(
          OwnedFuture.class, FlowFuture.Listener.class, "listeners");

  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<OwnedFuture> STAGES =
      AtomicIntegerFieldUpdater.newUpdater(OwnedFuture.class, "stages");

  /** No stage depends on it. */
  private static final int NONE = 0;

  /** Stages may depend on it. */
  private static final int SOME = 1;

  /** None depends on it, and none will before it is done. */
  private static final int CLOSED = 2;

  /** How often who makes a stage lets others go on before the completion. */
  private static final int MOST_YIELDS = 100_000;

  /** Says that it is being completed from outside; the end of what is stopped doesn't count. */
  private volatile boolean completing;

  private volatile @Nullable Throwable failure;

  /** The newest, which knows the one before. */
  private volatile FlowFuture.@Nullable Listener listeners;

  private volatile int stages;

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
      if (close()) {
        runStages(() -> super.complete(value));
      } else {
        super.complete(value);
      }
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
      Throwable told = tellable(thrown);
      if (close()) {
        runStages(() -> failOwn(told));
      } else {
        failOwn(told);
      }
    } catch (Throwable noMemoryOrStack) {
      if (!isDone()) {
        // Nobody could fail it any more.
        failure = null;
      }
      throw noMemoryOrStack;
    }
  }

  private void failOwn(Throwable told) {
    if (!super.completeExceptionally(told)) {
      // Somebody outside was faster.
      failure = null;
    }
  }

  /**
   * Runs the completion, on which stages depend: they are no part of what this thread executes, and
   * may wait for what it would do next.
   */
  protected abstract void runStages(Runnable completion);

  /** Has a listener told when this is done, on the thread that completes it; at once if it is. */
  final void tell(FlowFuture.Listener listener) {
    if (isDone()) {
      listener.done();
      return;
    }
    while (true) {
      FlowFuture.Listener newest = listeners;
      if (newest == FlowFuture.Listener.TOLD) {
        boolean unused = awaitOutcome();
        listener.done();
        return;
      }
      listener.before = newest;
      if (LISTENERS.compareAndSet(this, newest, listener)) {
        return;
      }
    }
  }

  /** Says that a stage is about to depend on it; called by who makes one, before. */
  final void staging() {
    while (!STAGES.compareAndSet(this, NONE, SOME) && stages == CLOSED && awaitOutcome()) {}
  }

  /**
   * Waits for the few instructions between {@link #close} and the completion. Not for ever: the
   * thread that completes it may have no memory left for that.
   *
   * @return whether it may be open again
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private boolean awaitOutcome() {
    for (int i = 0; i < MOST_YIELDS && !isDone(); i++) {
      if (stages != CLOSED) {
        return true;
      }
      Thread.yield();
    }
    return false;
  }

  /**
   * Called just before it is completed. From now on nobody makes a stage that runs on the thread
   * that completes it, unless stages depend on it already.
   *
   * @return whether the completion runs code of the user's on this thread. Threads that wait for it
   *     count, too
   */
  final boolean close() {
    return !STAGES.compareAndSet(this, NONE, CLOSED) && stages == SOME
        || getNumberOfDependents() > 0;
  }

  /**
   * Called just before it is {@linkplain #finish finished} on a thread that must not run stages,
   * nor tell listeners.
   *
   * @return false if that would be so: then another thread must finish it
   */
  protected final boolean closeToAll() {
    if (completing || isDone()) {
      return true;
    }
    boolean heeded = close();
    if (heeded || !LISTENERS.compareAndSet(this, null, FlowFuture.Listener.TOLD)) {
      STAGES.compareAndSet(this, CLOSED, NONE);
      return false;
    }
    return true;
  }

  private void tellListeners() {
    if (listeners == FlowFuture.Listener.TOLD) {
      return;
    }
    FlowFuture.Listener next = LISTENERS.getAndSet(this, FlowFuture.Listener.TOLD);
    while (next != null) {
      FlowFuture.Listener before = next.before;
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
}
