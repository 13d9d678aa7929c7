package dev.makespan.spi;

import org.jspecify.annotations.Nullable;

/**
 * One call of a method with its arguments, handed to an engine.
 *
 * <p>The engine calls back: {@link #invoke} at most once, on a thread of the run; {@link #settled}
 * exactly once, as soon as the outcome is known; then {@link #ended} exactly once, when the method
 * has returned and the slots are free. A call that times out is settled before it ends; a call that
 * is stopped before it started is settled and ended without being invoked. {@link #settled} and
 * {@link #ended} may come on any thread, never under a lock.
 */
public abstract class TaskCall<T> {
  private volatile @Nullable Stoppable handle;
  private volatile boolean stopped;

  /** Whether it needs a slot of its scope, and of the scopes around it. */
  public abstract boolean takesSlot();

  /** The longest time that {@link #invoke} may take, in milliseconds; 0 for any. */
  public abstract long timeoutMillis();

  /** Whether {@link #invoke} is a method of the user's, rather than code that calls several. */
  public boolean isUserCode() {
    return true;
  }

  /** Whether a caller that waits for the run may execute it on its own thread. */
  public boolean isHelpable() {
    return timeoutMillis() == 0;
  }

  /**
   * Whether it is a part of something, as far as that can be told quickly.
   *
   * @param whole what was given to {@link RunScope#help}
   */
  public boolean isPartOf(Object whole) {
    return false;
  }

  /** Runs the user's method. */
  public abstract @Nullable T invoke() throws Throwable;

  /** Says that {@link #invoke} is about to be called. */
  public abstract void started(long nanoTime);

  /**
   * Says that the thread that runs {@link #invoke} is about to be interrupted. Must not throw and
   * must not wait.
   */
  public abstract void interrupting();

  /** The failure of a call that has taken longer than {@link #timeoutMillis}. */
  public abstract Throwable timedOut();

  /**
   * Takes the outcome.
   *
   * @param value the method's value; null when it failed
   * @param failure what it threw, what {@link #timedOut} gave, or why it couldn't be started; null
   *     on success, and null for a call that was stopped before it gave an outcome
   * @param stopped whether {@link #stop} came before the outcome
   */
  public abstract void settled(@Nullable T value, @Nullable Throwable failure, boolean stopped);

  /**
   * Says that all is over.
   *
   * @param overrun whether the method still runs, since it ignored its interrupt for longer than
   *     the grace period
   */
  public abstract void ended(long nanoTime, boolean overrun);

  /**
   * Says that the engine can't go on with this call, since its own code or one of the calls above
   * has thrown: there is no memory or no stack left, or there is a bug. May come at any time; the
   * run ends with this exception, and nothing more is told of the call.
   */
  public abstract void broken(Throwable why);

  /**
   * Asks for the end of this call: it isn't started any more, or its thread is interrupted. May be
   * called from any thread, at any time and more than once, also before the call is submitted.
   */
  public final void stop() {
    stopped = true;
    Stoppable current = handle;
    if (current != null) {
      current.stop();
    }
  }

  /** For the engine: says how this call can be stopped. */
  public final void submitted(Stoppable engineHandle) {
    handle = engineHandle;
    if (stopped) {
      engineHandle.stop();
    }
  }

  /** Whether {@link #stop} was called. */
  public final boolean isStopped() {
    return stopped;
  }

  /** The engine's side of this call; null before it is submitted. */
  public final @Nullable Stoppable handle() {
    return handle;
  }

  /**
   * An engine's side of a call.
   *
   * <p>What isn't {@link #stop} is for calls that execute several methods of the user's in turn:
   * called by {@link TaskCall#invoke}, on its thread.
   */
  public interface Stoppable {
    /** Ends the call as {@link TaskCall#stop} says. Further calls do nothing. */
    void stop();

    /**
     * Takes the slots of a {@linkplain RunScope#limit limit}, in place of those that the call
     * holds.
     *
     * @return false if they aren't all free; it then holds none
     */
    boolean acquire(@Nullable Object limit);

    /** Gives back the slots that the call holds. */
    void release();

    /** Whether others wait for slots that the call holds. May be out of date. */
    boolean isWanted();

    /** Says that a method of the user's is about to run, which may wait. */
    void entering();

    /** Says that it has returned. */
    void left();
  }
}
