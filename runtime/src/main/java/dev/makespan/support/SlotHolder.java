package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.util.Collection;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One call for the engine in the course of which slots are taken and given back, for one method of
 * the user's after the other.
 *
 * <p>A slot is held only while a task runs, or between two tasks when nobody waits for it. What the
 * engine does for single methods isn't for this call: it is attempted once, and has no time limit,
 * no pool and no stage.
 *
 * <p>Used by the executing thread; what overrides {@link TaskCall} is called as that says.
 */
abstract class SlotHolder extends TaskCall<@Nullable Object> {
  final RunScope scope;
  private final boolean withSlot;

  private @Nullable Stoppable engine;
  private @Nullable Object held;

  /** Whether no task has run in the slot yet: somebody must get on. */
  private boolean unused;

  /** @param withSlot whether it begins when a slot is free */
  SlotHolder(RunScope scope, boolean withSlot) {
    this.scope = scope;
    this.withSlot = withSlot;
  }

  /** Says that the engine has begun with it. */
  final void begins() {
    engine = handle();
    held = withSlot ? scope.limit() : null;
    unused = withSlot;
  }

  private Stoppable engine() {
    Stoppable handle = engine;
    if (handle == null) {
      throw new IllegalStateException("not begun");
    }
    return handle;
  }

  // Slots.

  /**
   * Gets a slot of a scope for the next task, or keeps it; false if there is none to be had at
   * once.
   */
  final boolean takeSlot(RunScope of) {
    Object limit = of.limit();
    if (limit == held) {
      if (unused || keepsSlot()) {
        return true;
      }
      releaseSlot();
      return false;
    }
    if (limit == null) {
      releaseSlot();
      return true;
    }
    boolean taken = engine().acquire(limit);
    held = taken ? limit : null;
    unused = taken;
    return taken;
  }

  /** Gives the slot back. */
  final void releaseSlot() {
    if (held != null) {
      held = null;
      engine().giveUp();
    }
  }

  /** Whether nobody waits for the slot that is held. */
  final boolean keepsSlot() {
    return held == null || !engine().isWanted();
  }

  // The user's methods.

  /**
   * Says that a method is about to be called, which may wait.
   *
   * @param isShort whether it most likely takes a few microseconds only
   */
  final void entering(boolean isShort) {
    unused = false;
    engine().entering(isShort);
  }

  /** Says that it has returned. */
  final void returned() {
    engine().left();
  }

  // What the engine asks.

  @Override
  public final boolean takesSlot() {
    return withSlot;
  }

  @Override
  public final boolean isUserCode() {
    return false;
  }

  @Override
  public final long timeoutMillis() {
    return 0;
  }

  @Override
  public final Throwable timedOut() {
    throw new IllegalStateException("has no time limit");
  }

  @Override
  public final String pool() {
    return "";
  }

  @Override
  public final Throwable noPool(Collection<String> pools) {
    throw new IllegalStateException("needs no pool");
  }

  @Override
  public final @Nullable Pending<@Nullable Object> pending(@Nullable Object returned) {
    return null;
  }

  @Override
  public final boolean retries(Throwable failure) {
    return false;
  }

  @Override
  public final long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
    throw new IllegalStateException("isn't tried again");
  }
}
