package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the engine.
 *
 * <pre>
 *   QUEUED ──slots, place──▶ GRANTED ──thread──▶ RUNNING ──attempt is over──▶ ENDED
 *     ▲                                             │
 *     └──time is over── BACKING_OFF ◀── RETRYING ◀──┘  (it has failed, and is tried again)
 * </pre>
 *
 * <ul>
 *   <li>QUEUED: it waits for a slot, holding those further in, or for a place in its pool, holding
 *       no slot.
 *   <li>GRANTED: it holds all that it needs and waits for a thread.
 *   <li>RUNNING: it has an {@link Attempt}.
 *   <li>RETRYING: it has given back what it held and tells the call so.
 *   <li>BACKING_OFF: it waits until the next attempt may begin.
 *   <li>ENDED: it has given back what it held, and tells the call of the end.
 * </ul>
 *
 * <p>{@link #stop} ends it at once; but a running attempt is interrupted first, and a call that is
 * RETRYING ends when that has been told. The attempt:
 *
 * <pre>
 *   INVOKING ──returns or throws─────────────────────▶ OVER
 *       ├──returns a stage──▶ PENDING ──completes──────▶
 *       └───────────────────────┴───grace is over──────▶    (overrun: the method still runs)
 * </pre>
 *
 * When it times out, or the call is stopped, its thread is interrupted or its stage cancelled, and
 * it gets the grace period. No other attempt begins before it is over.
 *
 * <p>The call is settled exactly once, before it is told of the end: at once when an attempt times
 * out that no other follows, else when it has ended.
 *
 * <p>All fields are guarded by the lock of the run, except those that say otherwise. The call is
 * called back without it.
 */
final class Execution extends Claimant {
  private enum State {
    QUEUED,
    GRANTED,
    RUNNING,
    RETRYING,
    BACKING_OFF,
    ENDED
  }

  private State state = State.QUEUED;
  private boolean stopped;
  private boolean settled;
  private @Nullable Attempt attempt;

  /** Used by the executing thread only. */
  private @Nullable Worker worker;

  private RunScope.@Nullable Timer backoff;

  Execution(LocalRun run, TaskCall<?> call, @Nullable Slots slots) {
    super(run, call, slots);
  }

  // Before an attempt.

  /** Takes slots and a place, or waits in a queue; called once. */
  void begin() {
    if (findsPool()) {
      queue();
    } else {
      finish(null, call.noPool(run.engine().pools().keySet()), false);
    }
  }

  @Override
  boolean isQueued() {
    return state == State.QUEUED;
  }

  @Override
  void granted() {
    state = State.GRANTED;
  }

  @Override
  boolean isRunning() {
    return state == State.RUNNING;
  }

  // While it is ready.

  @Override
  public boolean isHelpable() {
    return call.isHelpable();
  }

  @Override
  public boolean isOver() {
    return state != State.GRANTED;
  }

  @Override
  public boolean isPatient() {
    return call.isPatient();
  }

  @Override
  public boolean isPartOf(Object whole) {
    return call.isPartOf(whole);
  }

  /** Says that it needs nothing, and is to be executed by this thread at once. */
  void grant() {
    synchronized (run) {
      if (state == State.QUEUED) {
        state = State.GRANTED;
      }
    }
  }

  /** Whether it is ready, and has no thread. It may get one at once. */
  boolean lacksThread() {
    synchronized (run) {
      return state == State.GRANTED && call.isHelpable();
    }
  }

  /** Ends a call for which no thread could be had. */
  @Override
  public void rejected(Throwable why) {
    Throwable failure = why instanceof Error
        ? why
        : new RejectedExecutionException("no thread to execute the call on", why);
    guarded(() -> {
      List<Claimant> granted;
      boolean hadPlace;
      synchronized (run) {
        if (state != State.GRANTED) {
          // A thread that waited has taken it up.
          return;
        }
        hadPlace = isPlaced();
        granted = end();
      }
      passOn(granted, hadPlace);
      tell(null, failure, false, false);
    });
  }

  // An attempt.

  @Override
  public void execute(Worker by) {
    try {
      perform(by);
    } catch (Throwable thrown) {
      call.broken(thrown);
    }
  }

  private void perform(Worker by) {
    if (call.isUserCode()) {
      by.entering(call.isShort());
    }
    Attempt started;
    boolean refused;
    synchronized (run) {
      if (state != State.GRANTED) {
        return;
      }
      refused = run.isCancelled();
      started = new Attempt(this, Thread.currentThread());
      if (!refused) {
        state = State.RUNNING;
        attempt = started;
        worker = by;
      }
    }
    if (refused) {
      stop();
    } else {
      tellPlaceWait();
      started.perform(by);
    }
  }

  // A call that executes several methods in turn.

  @Override
  public void entering(boolean isShort) {
    if (worker != null) {
      worker.entering(isShort);
    }
  }

  @Override
  public void left() {
    if (worker != null) {
      worker.left();
    }
  }

  // What the attempt asks and tells.

  /** Does something that must not fail: nobody else would end the call. */
  void guarded(Runnable job) {
    try {
      job.run();
    } catch (Throwable thrown) {
      call.broken(thrown);
    }
  }

  /** Whether it is to end. Called under the lock. */
  boolean isStopped() {
    return stopped;
  }

  /** Settles a call whose last attempt has timed out, but isn't over. */
  void settle(Throwable failure) {
    synchronized (run) {
      settled = true;
    }
    call.settled(null, failure, false);
  }

  /** Goes on when the attempt is over. Called by one thread, without a lock. */
  void over(Attempt ended) {
    boolean asks;
    synchronized (run) {
      asks = !settled && !stopped;
    }
    Throwable failure = ended.failure();
    if (asks && failure != null && (ended.isRetried() || call.retries(failure))) {
      retry(ended.isOverrun());
    } else {
      // One that times out and was to be retried has no outcome if it is stopped then.
      finish(ended.value(), ended.isRetried() ? null : failure, ended.isOverrun());
    }
  }

  // Between two attempts.

  private void retry(boolean overrun) {
    List<Claimant> granted;
    boolean hadPlace;
    synchronized (run) {
      state = State.RETRYING;
      attempt = null;
      hadPlace = isPlaced();
      granted = releaseForRetry();
    }
    passOn(granted, hadPlace);
    long wait = call.retrying(run.nanoTime(), overrun, run.engine().platform().random());
    boolean ends;
    synchronized (run) {
      ends = stopped || run.isCancelled();
      if (ends) {
        stopped = true;
      } else {
        state = State.BACKING_OFF;
        backoff = run.schedule(Duration.ofNanos(wait), () -> guarded(this::again));
      }
    }
    if (ends) {
      finish(null, null, false);
    }
  }

  private void again() {
    synchronized (run) {
      if (state != State.BACKING_OFF) {
        return;
      }
      state = State.QUEUED;
      backoff = null;
    }
    queue();
  }

  // The end.

  @Override
  public void stop() {
    Attempt running = null;
    List<Claimant> granted = List.of();
    boolean hadPlace;
    synchronized (run) {
      if (stopped || state == State.ENDED) {
        return;
      }
      stopped = true;
      hadPlace = isPlaced();
      if (state == State.RUNNING) {
        running = attempt;
      } else if (state == State.RETRYING) {
        return;
      } else {
        // In the same breath: nobody may begin what is said to be ended.
        granted = end();
      }
    }
    if (running != null) {
      running.interrupt();
    } else {
      passOn(granted, hadPlace);
      tell(null, null, true, false);
    }
  }

  private void finish(@Nullable Object value, @Nullable Throwable failure, boolean overrun) {
    List<Claimant> granted;
    boolean hadPlace;
    boolean early;
    synchronized (run) {
      if (state == State.ENDED) {
        return;
      }
      hadPlace = isPlaced();
      early = stopped;
      granted = end();
    }
    passOn(granted, hadPlace);
    tell(value, failure, early, overrun);
  }

  /** Returns who holds all that it needs now. Called under the lock. */
  private List<Claimant> end() {
    state = State.ENDED;
    attempt = null;
    if (backoff != null) {
      backoff.cancel();
    }
    return leave();
  }

  private void tell(
      @Nullable Object value, @Nullable Throwable failure, boolean early, boolean overrun) {
    boolean first;
    synchronized (run) {
      first = !settled;
      settled = true;
    }
    tellPlaceWait();
    if (first) {
      call.settled(value, failure, early);
    }
    call.ended(run.nanoTime(), overrun);
  }
}
