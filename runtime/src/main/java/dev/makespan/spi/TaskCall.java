package dev.makespan.spi;

import java.util.Collection;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method with its arguments, handed to an engine.
 *
 * <p>The engine makes one or more attempts, one after the other. For each it calls {@link #started}
 * and {@link #invoke} on a thread of the run, then, for a method that goes on elsewhere, waits for
 * what {@link #pending} gives. When an attempt has failed it asks {@link #retries} whether another
 * one follows, and tells it by {@link #retrying} when the attempt is over; otherwise it tells the
 * outcome.
 *
 * <p>{@link #settled} comes exactly once, as soon as the outcome is known; then {@link #ended}
 * exactly once, when the method has returned and the slots are free. A call whose last attempt
 * times out is settled before it ends; a call that is stopped before it started is settled and
 * ended without being invoked. All these may come on any thread, one after the other and never
 * under a lock.
 */
public abstract class TaskCall<T> {
  private volatile @Nullable Stoppable handle;
  private volatile boolean stopped;

  /** Whether each attempt needs a slot of its scope, and of the scopes around it. */
  public abstract boolean takesSlot();

  /** The pool of the engine that each attempt needs a place in; empty for none. */
  public abstract String pool();

  /** The failure of a call whose {@link #pool} the engine doesn't have, but these. */
  public abstract Throwable noPool(Collection<String> pools);

  /** The longest time that one attempt may take, in milliseconds; 0 for any. */
  public abstract long timeoutMillis();

  /** Whether {@link #invoke} is a method of the user's, rather than code that calls several. */
  public boolean isUserCode() {
    return true;
  }

  /** Whether an attempt most likely takes a few microseconds only. */
  public boolean isShort() {
    return false;
  }

  /**
   * Whether who submits it most likely has it executed before another thread could come; then one
   * comes only if that isn't so, some tenths of a millisecond later.
   */
  public boolean isPatient() {
    return false;
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

  /** Runs the user's method; once for each attempt. */
  public abstract @Nullable T invoke() throws Throwable;

  /**
   * Says that the thread which runs {@link #invoke} is about to wait for a future. Called on it.
   */
  public void waits() {}

  /**
   * What the attempt waits for after {@link #invoke} has returned, without a thread and with its
   * slots; null if it is over. Called on the same thread.
   *
   * @param returned what {@link #invoke} returned
   */
  public abstract @Nullable Pending<T> pending(@Nullable T returned) throws Throwable;

  /**
   * Says how long the call had to wait for a place in its {@link #pool}. Comes before
   * {@link #started}, for the time since the call was submitted or its last back-off was over; or
   * before {@link #settled}, if the call was stopped meanwhile. Doesn't come if it had not to wait.
   */
  public void waitedForPlace(long nanos) {}

  /** Says that {@link #invoke} is about to be called. */
  public abstract void started(long nanoTime);

  /**
   * Says that the thread that runs {@link #invoke} is about to be interrupted, or that what it left
   * pending is about to be cancelled. Must not throw and must not wait.
   */
  public abstract void interrupting();

  /** The failure of an attempt that has taken longer than {@link #timeoutMillis}. */
  public abstract Throwable timedOut();

  /**
   * Whether another attempt is to follow one that has failed so. Asked at most once for each
   * attempt, as soon as its failure is known; the method may still run then.
   */
  public abstract boolean retries(Throwable failure);

  /**
   * Says that an attempt is over, its slots are free, and another one is to follow.
   *
   * @param overrun whether the method still runs, as for {@link #ended}
   * @param random for the wait
   * @return how long to wait before that, in nanoseconds
   */
  public abstract long retrying(long nanoTime, boolean overrun, RandomGenerator random);

  /**
   * Takes the outcome.
   *
   * @param value the method's value; null when it failed
   * @param failure what the last attempt threw, what {@link #timedOut} gave, or why it couldn't be
   *     started; null on success, and null for a call that was stopped before it gave an outcome
   * @param stopped whether {@link #stop} came before the outcome
   */
  public abstract void settled(@Nullable T value, @Nullable Throwable failure, boolean stopped);

  /**
   * Says that all is over.
   *
   * @param overrun whether the method still runs, or what it left pending goes on, since it ignored
   *     its interrupt for longer than the grace period
   */
  public abstract void ended(long nanoTime, boolean overrun);

  /**
   * Says that the engine can't go on with this call, since its own code or one of the calls above
   * has thrown: there is no memory or no stack left, or there is a bug. May come at any time; the
   * run ends with this exception, and nothing more is told of the call.
   */
  public abstract void broken(Throwable why);

  /**
   * Asks for the end of this call: no attempt is started any more, and the thread of a running one
   * is interrupted. May be called from any thread, at any time and more than once, also before the
   * call is submitted.
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
  @FunctionalInterface
  public interface Stoppable {
    /** Ends the call as {@link TaskCall#stop} says. Further calls do nothing. */
    void stop();

    /**
     * Takes the slots of a {@linkplain RunScope#limit limit}, in place of those that the call
     * holds.
     *
     * @return false if they aren't all free; it then holds none
     */
    default boolean acquire(@Nullable Object limit) {
      return limit == null;
    }

    /** Gives back the slots that the call holds. */
    default void giveUp() {}

    /** Whether others wait for slots that the call holds. May be out of date. */
    default boolean isWanted() {
      return false;
    }

    /**
     * Says that a method of the user's is about to run, which may wait.
     *
     * @param isShort whether it most likely takes a few microseconds only
     */
    default void entering(boolean isShort) {}

    /** Says that it has returned. */
    default void left() {}
  }

  /** What an attempt of an asynchronous method waits for. */
  public interface Pending<T> {
    /**
     * Has the end told; called once.
     *
     * @param end called once, on any thread, maybe before this returns
     * @throws Throwable what the attempt then fails with
     */
    void whenOver(End<T> end) throws Throwable;

    /** Asks for the end. May call the user's code; called at most once, on a thread of the run. */
    void cancel();

    /** Says that nobody waits for the end any more. Calls nothing of the user's. */
    void forget();
  }

  /** Takes the end of what was pending. */
  @FunctionalInterface
  public interface End<T> {
    /** Says how it ended: with a value, or a failure that isn't null. */
    void over(@Nullable T value, @Nullable Throwable failure);
  }
}
