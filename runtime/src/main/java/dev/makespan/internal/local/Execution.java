package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the engine.
 *
 * <pre>
 *   QUEUED ──slots──▶ GRANTED ──thread──▶ RUNNING ──returns──▶ ENDED
 *      └──────stop──────┴───────────────────┼──────────────────▲
 *                                           └─ grace is over ──┘  (overrun: the method still runs)
 * </pre>
 *
 * A running call that is stopped or times out is interrupted and gets the grace period. A call that
 * times out is settled at once; in all other cases it is settled when it ends. Slots are given back
 * on the way to ENDED, exactly once.
 *
 * <p>All fields are guarded by the lock of the run, except those that only the executing thread
 * uses. The call is called back without the lock.
 */
final class Execution implements Ready, TaskCall.Stoppable {
  private enum State {
    QUEUED,
    GRANTED,
    RUNNING,
    ENDED
  }

  private final LocalRun run;
  private final TaskCall<?> call;

  /** The innermost limit that it takes slots of; null if it takes none. */
  @Nullable Slots slots;

  /** The limit at which the next slot is to be taken; null when it holds all. */
  @Nullable Slots nextSlots;

  private State state = State.QUEUED;
  private boolean stopped;
  private boolean settled;

  /** Whether a thread is telling the call that it has timed out; the end is told after that. */
  private boolean settling;

  private boolean overran;
  private @Nullable Thread thread;

  /** Whether the thread was interrupted on behalf of this call; read without the lock, too. */
  private volatile boolean interrupted;

  // Used by the executing thread only.
  private @Nullable Worker worker;
  private @Nullable Execution outer;

  private RunScope.@Nullable Timer timeout;
  private RunScope.@Nullable Timer grace;

  Execution(LocalRun run, TaskCall<?> call, @Nullable Slots slots) {
    this.run = run;
    this.call = call;
    this.slots = call.takesSlot() ? slots : null;
    this.nextSlots = this.slots;
  }

  boolean waitsForSlots() {
    return state == State.QUEUED;
  }

  /** Takes slots, or a place in a queue; called once. */
  void begin() {
    boolean granted = false;
    boolean refused = false;
    synchronized (run) {
      if (state == State.ENDED) {
        return;
      }
      if (run.isCancelled()) {
        refused = true;
      } else if (Slots.climb(this)) {
        granted = true;
        state = State.GRANTED;
      }
    }
    if (refused) {
      stop();
    } else if (granted) {
      run.add(this);
    }
  }

  /** Says that the last slot was given; called under the lock, before it is dispatched. */
  void granted() {
    state = State.GRANTED;
  }

  @Override
  public boolean isHelpable() {
    return call.isHelpable();
  }

  @Override
  public boolean isPartOf(Object whole) {
    return call.isPartOf(whole);
  }

  @Override
  public void execute(Worker by) {
    outer = by.executing();
    by.executing(this);
    try {
      perform(by);
    } catch (Throwable thrown) {
      call.broken(thrown);
    } finally {
      by.executing(outer);
    }
  }

  /** The call that waits on the same stack; null if there is none. */
  @Nullable Execution outer() {
    return outer;
  }

  /** Whether its thread has been interrupted on its behalf. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Does something that must not fail: nobody else would end the call. */
  private void guarded(Runnable job) {
    try {
      job.run();
    } catch (Throwable thrown) {
      call.broken(thrown);
    }
  }

  private void perform(Worker by) {
    if (call.isUserCode()) {
      by.entering();
    }
    synchronized (run) {
      if (state != State.GRANTED) {
        return;
      }
      if (run.isCancelled()) {
        stopped = true;
      } else {
        state = State.RUNNING;
        thread = Thread.currentThread();
        worker = by;
      }
    }
    if (stopped) {
      finish(null, null, false);
      return;
    }
    Object value = null;
    Throwable thrown = null;
    try {
      call.started(run.nanoTime());
      startTimeout();
      value = call.invoke();
    } catch (Throwable e) {
      thrown = e;
    }
    by.left();
    finish(value, thrown, false);
  }

  private void startTimeout() {
    long millis = call.timeoutMillis();
    if (millis > 0) {
      RunScope.Timer timer = run.schedule(Duration.ofMillis(millis), () -> guarded(this::timeOut));
      boolean late;
      synchronized (run) {
        timeout = timer;
        late = state == State.ENDED;
      }
      if (late) {
        timer.cancel();
      }
    }
  }

  private void timeOut() {
    synchronized (run) {
      if (state != State.RUNNING || settled || stopped) {
        return;
      }
      settled = true;
      settling = true;
    }
    call.settled(null, call.timedOut(), false);
    boolean over;
    synchronized (run) {
      settling = false;
      over = state == State.ENDED;
    }
    if (over) {
      call.ended(run.nanoTime(), overran);
    } else {
      interrupt();
    }
  }

  @Override
  public void stop() {
    boolean running;
    synchronized (run) {
      if (stopped || state == State.ENDED) {
        return;
      }
      stopped = true;
      running = state == State.RUNNING;
    }
    if (running) {
      interrupt();
    } else {
      finish(null, null, false);
    }
  }

  /** Interrupts the method, and ends the call without it if it doesn't return in time. */
  private void interrupt() {
    call.interrupting();
    synchronized (run) {
      if (state != State.RUNNING) {
        return;
      }
      Thread running = thread;
      if (running != null) {
        // Under the lock, so that the thread can't have gone on to something else.
        interrupted = true;
        running.interrupt();
      }
      if (grace != null) {
        return;
      }
      grace = run.schedule(run.grace(), () -> guarded(() -> finish(null, null, true)));
    }
  }

  /**
   * Ends the call, unless it has ended.
   *
   * @param overrun whether the method still runs
   */
  @SuppressWarnings("unchecked")
  private void finish(@Nullable Object value, @Nullable Throwable thrown, boolean overrun) {
    List<Execution> granted = new ArrayList<>(0);
    boolean early;
    boolean settle;
    boolean tell;
    synchronized (run) {
      if (thread == Thread.currentThread() && !overrun) {
        thread = null;
        if (interrupted) {
          // It may have come after the method had returned.
          Thread.interrupted();
        }
      }
      if (state == State.ENDED) {
        return;
      }
      state = State.ENDED;
      early = stopped;
      settle = !settled;
      settled = true;
      tell = !settling;
      overran = overrun;
      cancel(timeout);
      cancel(grace);
      Slots.release(this, granted);
      for (Execution next : granted) {
        next.granted();
      }
    }
    for (Execution next : granted) {
      run.add(next);
    }
    if (settle) {
      ((TaskCall<@Nullable Object>) call).settled(value, thrown, early);
    }
    if (tell) {
      call.ended(run.nanoTime(), overrun);
    }
  }

  private static void cancel(RunScope.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  @Override
  public void rejected(Throwable why) {
    guarded(() -> finish(
        null,
        why instanceof Error
            ? why
            : new RejectedExecutionException("no thread to execute the call on", why),
        false));
  }

  // A call that executes several methods in turn.

  @Override
  public boolean acquire(@Nullable Object limit) {
    Slots wanted = (Slots) limit;
    List<Execution> granted = new ArrayList<>(0);
    boolean acquired;
    synchronized (run) {
      if (state != State.RUNNING) {
        return false;
      }
      giveBack(granted);
      acquired = Slots.takeAll(wanted);
      slots = acquired ? wanted : null;
    }
    granted.forEach(run::add);
    return acquired;
  }

  @Override
  public void release() {
    List<Execution> granted = new ArrayList<>(0);
    synchronized (run) {
      if (state != State.RUNNING) {
        return;
      }
      giveBack(granted);
      slots = null;
    }
    granted.forEach(run::add);
  }

  private void giveBack(List<Execution> granted) {
    Slots.release(this, granted);
    nextSlots = null;
    for (Execution next : granted) {
      next.granted();
    }
  }

  @Override
  public boolean isWanted() {
    return Slots.isWanted(slots);
  }

  @Override
  public void entering() {
    if (worker != null) {
      worker.entering();
    }
  }

  @Override
  public void left() {
    if (worker != null) {
      worker.left();
    }
  }
}
