package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
final class Execution implements Ready, TaskCall.Stoppable {
  private enum State {
    QUEUED,
    GRANTED,
    RUNNING,
    RETRYING,
    BACKING_OFF,
    ENDED
  }

  final LocalRun run;
  final TaskCall<@Nullable Object> call;

  /** The innermost limit that it takes slots of; null if it takes none. */
  @Nullable Slots slots;

  /** Where it needs a place; null for nowhere. Written before it queues. */
  private @Nullable Pool pool;

  /** The limit at which the next slot is to be taken; null when it holds all. */
  @Nullable Slots nextSlots;

  /**
   * Its turn among those that want a place in the pool; 0 before it has asked for one. Written
   * under the lock of the pool, too.
   */
  long turn;

  /** How long it has waited for its place, which the call isn't told yet. */
  private long placeWait;

  /** Since when it waits for its place, if it does. */
  private long placeless;

  private boolean waitsForPlace;

  private State state = State.QUEUED;
  private boolean placed;
  private boolean stopped;
  private boolean settled;
  private @Nullable Attempt attempt;

  /** Used by the executing thread only. */
  private @Nullable Worker worker;

  private RunScope.@Nullable Timer backoff;

  @SuppressWarnings("unchecked")
  Execution(LocalRun run, TaskCall<?> call, @Nullable Slots slots) {
    this.run = run;
    this.call = (TaskCall<@Nullable Object>) call;
    this.slots = call.takesSlot() ? slots : null;
    this.nextSlots = this.slots;
  }

  // Before an attempt.

  /** Takes slots and a place, or waits in a queue; called once. */
  void begin() {
    String name = call.pool();
    if (!name.isEmpty()) {
      pool = run.engine().pools().get(name);
      if (pool == null) {
        finish(null, call.noPool(run.engine().pools().keySet()), false);
        return;
      }
    }
    queue();
  }

  private void queue() {
    List<Execution> granted = List.of();
    boolean refused;
    boolean goes = false;
    synchronized (run) {
      if (state != State.QUEUED) {
        return;
      }
      refused = run.isCancelled();
      if (!refused && Slots.climb(this)) {
        goes = pool == null;
        if (goes) {
          state = State.GRANTED;
        } else {
          granted = new ArrayList<>(1);
          place(List.of(this), granted);
        }
      }
    }
    if (refused) {
      stop();
    } else if (goes) {
      run.add(this);
    } else {
      dispatch(granted);
    }
  }

  /**
   * Gives those that hold all their slots a place in their pools. Who gets none gives the slots
   * back, which may help others to all of theirs. Called under the lock.
   *
   * @param granted gets the executions that hold all they need
   */
  private static void place(List<Execution> climbed, List<Execution> granted) {
    ArrayDeque<Execution> open = new ArrayDeque<>(climbed);
    for (Execution next = open.poll(); next != null; next = open.poll()) {
      Pool wanted = next.pool;
      next.placed = wanted != null && wanted.take(next);
      if (wanted == null || next.placed) {
        next.state = State.GRANTED;
        granted.add(next);
      } else {
        next.placeless = next.run.engine().platform().nanoTimeUnderLock();
        next.waitsForPlace = true;
        List<Execution> others = new ArrayList<>(1);
        Slots.release(next, others);
        open.addAll(others);
      }
    }
  }

  /** Whether it waits for slots, and hasn't been stopped. Called under the lock. */
  boolean waitsForSlots() {
    return state == State.QUEUED;
  }

  /** Whether it had all its slots before, but no place. Called under the lock. */
  boolean comesBack() {
    return turn != 0;
  }

  /** Takes the place that its pool offers, if its slots are free. Called without a lock. */
  boolean offered() {
    synchronized (run) {
      if (state != State.QUEUED) {
        return false;
      }
      endPlaceWait();
      if (!Slots.climb(this)) {
        return false;
      }
      placed = true;
      state = State.GRANTED;
    }
    try {
      run.add(this);
    } catch (Throwable noMemory) {
      // It isn't the run of who gives the place back that can't go on.
      call.broken(noMemory);
    }
    return true;
  }

  /** Counts the wait for the place. Called under the lock. */
  private void endPlaceWait() {
    if (waitsForPlace) {
      waitsForPlace = false;
      placeWait += run.engine().platform().nanoTimeUnderLock() - placeless;
    }
  }

  /** Tells how long it has waited for its place, if it has. */
  private void tellPlaceWait() {
    if (pool == null) {
      return;
    }
    long waited;
    synchronized (run) {
      waited = placeWait;
      placeWait = 0;
    }
    if (waited > 0) {
      call.waitedForPlace(waited);
    }
  }

  private void dispatch(List<Execution> granted) {
    for (Execution next : granted) {
      run.add(next);
    }
  }

  /** Ends a call for which no thread could be had. */
  @Override
  public void rejected(Throwable why) {
    Throwable failure = why instanceof Error
        ? why
        : new RejectedExecutionException("no thread to execute the call on", why);
    guarded(() -> {
      List<Execution> granted;
      boolean hadPlace;
      synchronized (run) {
        if (state != State.GRANTED) {
          // A thread that waited has taken it up.
          return;
        }
        hadPlace = placed;
        granted = end();
      }
      passOn(granted, hadPlace);
      tell(null, failure, false, false);
    });
  }

  // An attempt.

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

  @Override
  public void execute(Worker by) {
    try {
      perform(by);
    } catch (Throwable thrown) {
      call.broken(thrown);
    }
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
  boolean isUnclaimed() {
    synchronized (run) {
      return state == State.GRANTED && call.isHelpable();
    }
  }

  /** Does something that must not fail: nobody else would end the call. */
  void guarded(Runnable job) {
    try {
      job.run();
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
  public boolean acquire(@Nullable Object limit) {
    Slots wanted = (Slots) limit;
    List<Execution> granted;
    boolean acquired;
    synchronized (run) {
      if (state != State.RUNNING) {
        return false;
      }
      granted = release();
      acquired = Slots.takeAll(wanted);
      slots = acquired ? wanted : null;
      nextSlots = null;
    }
    dispatch(granted);
    return acquired;
  }

  @Override
  public void giveUp() {
    List<Execution> granted;
    synchronized (run) {
      if (state != State.RUNNING) {
        return;
      }
      granted = release();
      slots = null;
      nextSlots = null;
    }
    dispatch(granted);
  }

  @Override
  public boolean isWanted() {
    return Slots.isWanted(slots);
  }

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
    List<Execution> granted;
    boolean hadPlace;
    synchronized (run) {
      state = State.RETRYING;
      attempt = null;
      hadPlace = placed;
      granted = release();
      turn = 0;
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
    List<Execution> granted = List.of();
    boolean hadPlace;
    synchronized (run) {
      if (stopped || state == State.ENDED) {
        return;
      }
      stopped = true;
      hadPlace = placed;
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
    List<Execution> granted;
    boolean hadPlace;
    boolean early;
    synchronized (run) {
      if (state == State.ENDED) {
        return;
      }
      hadPlace = placed;
      early = stopped;
      granted = end();
    }
    passOn(granted, hadPlace);
    tell(value, failure, early, overrun);
  }

  /** Returns who holds all that it needs now. Called under the lock. */
  private List<Execution> end() {
    state = State.ENDED;
    attempt = null;
    endPlaceWait();
    if (backoff != null) {
      backoff.cancel();
    }
    if (pool != null) {
      pool.leave(this);
    }
    return release();
  }

  /**
   * Gives the slots back, and forgets the place; returns who holds all that it needs now. Called
   * under the lock.
   */
  private List<Execution> release() {
    List<Execution> climbed = new ArrayList<>(0);
    Slots.release(this, climbed);
    placed = false;
    if (climbed.isEmpty()) {
      return climbed;
    }
    List<Execution> granted = new ArrayList<>(climbed.size());
    place(climbed, granted);
    return granted;
  }

  /** Has others go on with what this call has given back. */
  private void passOn(List<Execution> granted, boolean hadPlace) {
    if (hadPlace && pool != null) {
      pool.giveBack();
    }
    dispatch(granted);
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
