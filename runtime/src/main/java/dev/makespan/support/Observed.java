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
 *   waiting   = [ waitedForPlace ]
 * </pre>
 *
 * <p>All times are the engine's, in nanoseconds. The lock guards all that isn't final, since a
 * report may be made at any time; under it only those of {@link SiteWaits} and {@link EventQueue}
 * are taken.
 */
final class Observed implements Kept {
  private static final long NEVER = Long.MIN_VALUE;

  private final Observer observer;
  private final Observer.Place place;
  private final long number;
  private final int element;
  private final long queuedAt;
  private final long inputs;
  private final @Nullable CallSite lastInput;

  /** Null if nobody listens. */
  private final @Nullable EventQueue events;

  private @Nullable ExecutionId id;
  private TaskOutcome outcome = TaskOutcome.RUNNING;
  private long endedAt = NEVER;

  // Since when it waits for the next attempt, and how long of that for its back-off and its pool.
  private long waitsSince;
  private long delay;
  private long placeless;

  // What it has waited for, before all attempts that have started.
  private long slot;
  private long pool;
  private long backoff;

  private int attempts;

  /** The last attempt; the ones before it stand in a list, which most executions don't need. */
  private @Nullable ObservedAttempt last;

  private @Nullable List<ObservedAttempt> earlier;

  Observed(Observer observer, Observer.Place place, long number, Awaited awaited, long queuedAt) {
    this.observer = observer;
    this.place = place;
    this.number = number;
    this.element = awaited.element();
    this.inputs = awaited.forInputs();
    this.lastInput = awaited.lastInput();
    this.queuedAt = queuedAt;
    this.waitsSince = awaited.ready();
    this.events = observer.isListening() ? new EventQueue(observer) : null;
  }

  @Override
  public CallSite site() {
    return place.site;
  }

  /** Says how long it had to wait for a place in its pool, before it is started or cancelled. */
  synchronized void waitedForPlace(long nanos) {
    placeless = nanos;
  }

  /**
   * Notes what it has waited for up to now: what was neither its back-off nor its pool is slots.
   */
  private void waited(long now) {
    long waited = now - waitsSince;
    long ofDelay = Math.min(waited, delay);
    backoff += ofDelay;
    pool += placeless;
    slot += waited - ofDelay - placeless;
    placeless = 0;
  }

  /** For the observer: tells that it was queued. */
  void queued(long now) {
    if (events != null) {
      events.add(new RunEvent.Queued(id(), observer.sinceStart(now)));
      events.tell();
    }
  }

  /**
   * Says that an attempt is about to call the user's code, on this thread. Does nothing if the
   * execution is over: the thread was held up since it got its job, for longer than the grace
   * period.
   */
  void started(long now) {
    Flight.Attempt flight = observer.flightAttempt();
    synchronized (this) {
      if (endedAt != NEVER) {
        return;
      }
      waited(now);
      attempts++;
      if (last != null) {
        earlier = earlier == null ? new ArrayList<>(1) : earlier;
        earlier.add(last);
      }
      last = new ObservedAttempt(attempts, now, flight);
      if (events != null) {
        events.add(new RunEvent.Started(id(), attempts, observer.sinceStart(now)));
      }
    }
    tell();
  }

  /** Which attempt runs, for the interceptors that stand around it. */
  synchronized TaskInterceptor.Attempt attempt() {
    return new TaskInterceptor.Attempt(id(), attempts);
  }

  /** Says that the attempt has taken too long; before its thread is interrupted. */
  void timedOut(long timeoutMillis, long now) {
    Duration timeout = Duration.ofMillis(timeoutMillis);
    synchronized (this) {
      if (events != null) {
        events.add(new RunEvent.TimedOut(id(), attempts, observer.sinceStart(now), timeout));
      }
    }
    tell();
  }

  /**
   * Says that the attempt is over, that it failed, and that another one follows.
   *
   * @param how {@link TaskOutcome#FAILED} or {@link TaskOutcome#TIMED_OUT}
   * @param delayNanos how long the back-off is
   * @param overrun whether its method still runs
   */
  void retried(TaskOutcome how, Throwable failure, long delayNanos, boolean overrun, long now) {
    String text = text(failure);
    Duration ofDelay = Duration.ofNanos(delayNanos);
    ObservedAttempt over;
    synchronized (this) {
      over = attemptOver(how, text, overrun, now);
      waitsSince = now;
      delay = delayNanos;
      if (events != null) {
        events.add(new RunEvent.Retried(
            id(), attempts, observer.sinceStart(now), failure, ofDelay, overrun));
      }
    }
    over.toFlight(this);
    tell();
  }

  /**
   * Says that the attempt is over, and with it the execution.
   *
   * @param failure what it failed with; null if it succeeded or was cancelled
   * @param overrun whether its method still runs
   */
  void ended(TaskOutcome how, @Nullable Throwable failure, boolean overrun, long now) {
    String text = failure == null ? "" : text(failure);
    ObservedAttempt over;
    synchronized (this) {
      over = attemptOver(how, text, overrun, now);
      over(how, now);
      if (events != null) {
        events.add(
            new RunEvent.Ended(id(), attempts, observer.sinceStart(now), how, failure, overrun));
      }
    }
    over.toFlight(this);
    tell();
  }

  /**
   * Says that the execution is over without a further attempt.
   *
   * @param failure why no thread could be had; null if it was stopped
   */
  void cancelled(@Nullable Throwable failure, long now) {
    synchronized (this) {
      waited(now);
      over(TaskOutcome.CANCELLED, now);
      if (events != null) {
        events.add(new RunEvent.Cancelled(id(), attempts, observer.sinceStart(now), failure));
      }
    }
    tell();
  }

  private ObservedAttempt attemptOver(TaskOutcome how, String failure, boolean overrun, long now) {
    ObservedAttempt over = last;
    if (over == null || over.isOver()) {
      throw new IllegalStateException("no attempt of " + id() + " runs");
    }
    over.end(how, failure, overrun, now);
    if (overrun) {
      observer.overran();
    }
    return over;
  }

  private void over(TaskOutcome how, long now) {
    outcome = how;
    endedAt = now;
    if (observer.keeps()) {
      place.waits.add(inputs, lastInput, slot, pool, backoff);
    }
  }

  private void tell() {
    if (events != null) {
      events.tell();
    }
  }

  /** The exception as a text; its own methods are the user's and may throw. */
  static String text(Throwable failure) {
    try {
      return failure.toString();
    } catch (Throwable broken) {
      return failure.getClass().getName();
    }
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

  @Override
  public synchronized Execution execution(long from) {
    List<Execution.Attempt> all = new ArrayList<>();
    if (earlier != null) {
      earlier.forEach(each -> all.add(each.record(from)));
    }
    if (last != null) {
      all.add(last.record(from));
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
}
