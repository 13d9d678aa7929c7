package dev.makespan.support;

import dev.makespan.event.Execution;
import dev.makespan.event.ExecutionId;
import dev.makespan.event.RunEvent;
import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.TaskInterceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution, as the {@link Observer} of its run sees it.
 *
 * <p>Who executes it tells what happens, in this order; each call happens before the next one, on
 * whatever thread, and none of them is made under a lock:
 *
 * <pre>
 *   execution = { waiting started [timedOut] retried } waiting ( started [timedOut] ended | cancelled )
 *   waiting   = { slotTaken | poolTaken }
 * </pre>
 *
 * <p>All times are the engine's, in nanoseconds. The lock guards all that isn't final, since a
 * report may be made at any time; under it only the lock of {@link SiteWaits} is taken.
 */
final class Observed {
  private static final long NEVER = Long.MIN_VALUE;

  private final Observer observer;
  private final Observer.Place place;
  private final long number;
  private final int element;
  private final long queuedAt;
  private final long inputs;
  private final @Nullable CallSite lastInput;

  private @Nullable ExecutionId id;
  private TaskOutcome outcome = TaskOutcome.RUNNING;
  private long endedAt = NEVER;

  // What it has waited for, and since when it waits for the next.
  private long waitsSince;
  private long delay;
  private long slot;
  private long pool;
  private long backoff;

  private int attempts;

  /** The last attempt; the ones before it stand in a list, which most executions don't need. */
  private @Nullable Attempt last;

  private @Nullable List<Attempt> earlier;

  /** An attempt, guarded by the execution's lock as well. */
  private static final class Attempt {
    final int number;
    final long startedAt;
    final String thread;
    final long threadId;
    final Flight.@Nullable Attempt flight;
    long endedAt = NEVER;
    TaskOutcome outcome = TaskOutcome.RUNNING;
    String failure = "";
    boolean overran;

    Attempt(int number, long startedAt, Flight.@Nullable Attempt flight) {
      Thread executing = Thread.currentThread();
      this.number = number;
      this.startedAt = startedAt;
      this.thread = executing.getName();
      this.threadId = executing.getId();
      this.flight = flight;
    }
  }

  Observed(
      Observer observer,
      Observer.Place place,
      long number,
      int element,
      long inputs,
      @Nullable CallSite lastInput,
      long queuedAt) {
    this.observer = observer;
    this.place = place;
    this.number = number;
    this.element = element;
    this.inputs = inputs;
    this.lastInput = lastInput;
    this.queuedAt = queuedAt;
    this.waitsSince = queuedAt;
  }

  CallSite site() {
    return place.site;
  }

  /** Says that what it has waited for since the last call, or since the back-off, was its slot. */
  synchronized void slotTaken(long now) {
    slot += waited(now);
  }

  /** The same of a place in its pool. */
  synchronized void poolTaken(long now) {
    pool += waited(now);
  }

  /** How long it waits since something was told of it last, without the back-off. */
  private long waited(long now) {
    long waited = now - waitsSince;
    long ofDelay = Math.min(waited, delay);
    backoff += ofDelay;
    delay -= ofDelay;
    waitsSince = now;
    return waited - ofDelay;
  }

  /** Says that an attempt is about to call the user's code, on this thread. */
  void started(long now) {
    Flight.Attempt flight = observer.flightAttempt();
    synchronized (this) {
      slot += waited(now);
      attempts++;
      if (last != null) {
        earlier = earlier == null ? new ArrayList<>(1) : earlier;
        earlier.add(last);
      }
      last = new Attempt(attempts, now, flight);
    }
    if (observer.isListening()) {
      observer.tell(new RunEvent.Started(id(), attempts(), observer.sinceStart(now)));
    }
  }

  /** Which attempt runs, for the interceptors that stand around it. */
  TaskInterceptor.Attempt attempt() {
    return new TaskInterceptor.Attempt(id(), attempts());
  }

  /** Says that the attempt has taken too long; before its thread is interrupted. */
  void timedOut(long timeoutMillis, long now) {
    if (observer.isListening()) {
      observer.tell(new RunEvent.TimedOut(
          id(), attempts(), observer.sinceStart(now), Duration.ofMillis(timeoutMillis)));
    }
  }

  /**
   * Says that the attempt is over, that it failed, and that another one follows.
   *
   * @param how {@link TaskOutcome#FAILED} or {@link TaskOutcome#TIMED_OUT}
   * @param delayNanos how long the back-off is
   * @param overrun whether its method still runs
   */
  void retried(TaskOutcome how, Throwable failure, long delayNanos, boolean overrun, long now) {
    attemptEnded(how, failure, overrun, now);
    synchronized (this) {
      waitsSince = now;
      delay = delayNanos;
    }
    if (observer.isListening()) {
      observer.tell(new RunEvent.Retried(
          id(),
          attempts(),
          observer.sinceStart(now),
          failure,
          Duration.ofNanos(delayNanos),
          overrun));
    }
  }

  /**
   * Says that the attempt is over, and with it the execution.
   *
   * @param failure what it failed with; null if it succeeded or was cancelled
   * @param overrun whether its method still runs
   */
  void ended(TaskOutcome how, @Nullable Throwable failure, boolean overrun, long now) {
    attemptEnded(how, failure, overrun, now);
    over(how, now);
    if (observer.isListening()) {
      observer.tell(
          new RunEvent.Ended(id(), attempts(), observer.sinceStart(now), how, failure, overrun));
    }
  }

  /**
   * Says that the execution is over without a further attempt.
   *
   * @param failure why no thread could be had; null if it was stopped
   */
  void cancelled(@Nullable Throwable failure, long now) {
    synchronized (this) {
      slot += waited(now);
    }
    over(TaskOutcome.CANCELLED, now);
    if (observer.isListening()) {
      observer.tell(new RunEvent.Cancelled(id(), attempts(), observer.sinceStart(now), failure));
    }
  }

  private void attemptEnded(
      TaskOutcome how, @Nullable Throwable failure, boolean overrun, long now) {
    if (overrun) {
      observer.overran();
    }
    String text = failure == null ? "" : text(failure);
    Attempt over;
    synchronized (this) {
      over = last;
      if (over == null || over.endedAt != NEVER) {
        throw new IllegalStateException("no attempt of " + id() + " runs");
      }
      over.endedAt = now;
      over.outcome = how;
      over.failure = text;
      over.overran = overrun;
    }
    if (over.flight != null) {
      over.flight.end(id(), over.number, how, overrun);
    }
  }

  /** The exception as a text; its own methods are the user's and may throw. */
  private static String text(Throwable failure) {
    try {
      return failure.toString();
    } catch (Throwable broken) {
      return failure.getClass().getName();
    }
  }

  private synchronized void over(TaskOutcome how, long now) {
    outcome = how;
    endedAt = now;
    if (observer.keeps()) {
      place.waits.add(inputs, lastInput, slot, pool, backoff);
    }
  }

  private synchronized int attempts() {
    return attempts;
  }

  synchronized ExecutionId id() {
    ExecutionId known = id;
    if (known == null) {
      known = new ExecutionId(
          observer.run(), place.id, place.site.name(), place.site.kind(), number, element);
      id = known;
    }
    return known;
  }

  /** What is known by now, with times from the given one on. */
  synchronized Execution execution(long from) {
    List<Execution.Attempt> all = new ArrayList<>();
    if (earlier != null) {
      earlier.forEach(each -> all.add(record(each, from)));
    }
    if (last != null) {
      all.add(record(last, from));
    }
    return new Execution(
        id(),
        Duration.ofNanos(queuedAt - from),
        all,
        outcome,
        endedAt == NEVER ? null : Duration.ofNanos(endedAt - from),
        Duration.ofNanos(inputs),
        lastInput == null ? "" : lastInput.id(),
        Duration.ofNanos(slot),
        Duration.ofNanos(pool),
        Duration.ofNanos(backoff));
  }

  private static Execution.Attempt record(Attempt each, long from) {
    return new Execution.Attempt(
        each.number,
        Duration.ofNanos(each.startedAt - from),
        each.endedAt == NEVER ? null : Duration.ofNanos(each.endedAt - from),
        each.thread.isEmpty() ? "#" + each.threadId : each.thread,
        each.outcome,
        each.failure,
        each.overran);
  }
}
