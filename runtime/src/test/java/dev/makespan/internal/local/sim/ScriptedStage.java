package dev.makespan.internal.local.sim;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * The stage of an asynchronous task: it completes as its script says, on a thread that isn't the
 * engine's, and reacts to its cancellation as the script does to an interrupt.
 */
final class ScriptedStage extends CompletableFuture<Object> {
  private static final long MILLI = 1_000_000;
  private static final long CANCELLED_NANOS = 100_000_000;

  private final Place place;
  private final Activity activity;
  private final Script script;
  private final long work;
  private final int attempt;
  private final Object value;
  private final Ending ending;
  private boolean over;
  private boolean cancelled;

  /** Who is told just before it completes. */
  interface Ending {
    void over(boolean succeeded);
  }

  ScriptedStage(
      Place place,
      Activity activity,
      Script script,
      long work,
      int attempt,
      Object value,
      Ending ending) {
    this.place = place;
    this.activity = activity;
    this.script = script;
    this.work = work;
    this.attempt = attempt;
    this.value = value;
    this.ending = ending;
  }

  /** Begins; may complete at once, on this thread. */
  void begin() {
    if (activity.isInterrupted() && place.scheduler().isPatient()) {
      place.scheduler().schedule(CANCELLED_NANOS, this::checkCancelled);
    }
    if (script.hangs(work)) {
      return;
    }
    if (script.sleepNanos(work) == 0 && script.yields() == 0) {
      completeAsPlanned();
    } else {
      place.scheduler().schedule(script.sleepNanos(work), this::onForeignThread);
    }
  }

  /** What its method's interrupt came too early for must still be cancelled. */
  private void checkCancelled() {
    if (!over && !cancelled) {
      place.scheduler().violation(activity + " was interrupted, but its stage isn't cancelled");
    }
  }

  private void onForeignThread() {
    Carrier carrier = Carrier.current();
    carrier.isForeign = true;
    completeAsPlanned();
    carrier.isForeign = false;
  }

  private void completeAsPlanned() {
    if (over) {
      return;
    }
    place.run().completed(work);
    Throwable failure = script.failure(work, attempt);
    ended(failure == null);
    if (failure == null) {
      super.complete(value);
    } else {
      fail(failure);
    }
  }

  private void fail(Throwable failure) {
    try {
      super.completeExceptionally(failure);
    } catch (IllegalStateException spiteful) {
      // By the JDK, which wants to know the text for the stages that depend on this one.
      place.run().world().trace("completes spitefully", activity);
    }
  }

  private void ended(boolean succeeded) {
    over = true;
    ending.over(succeeded);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    place.run().world().trace("cancel", activity);
    activity.interrupted(place.scheduler().now());
    cancelled = true;
    if (over) {
      return false;
    }
    switch (script.whenInterrupted()) {
      case THROWS -> endBy(new CancellationException("by the engine"));
      case RETURNS -> {
        ended(false);
        super.complete(value);
      }
      case FAILS -> endBy(script.failureWhenInterrupted(work));
      case IGNORES ->
        place
            .scheduler()
            .schedule(
                script.ignoresMillis() * MILLI,
                () -> endBy(new CancellationException("by the engine, long ago")));
    }
    return true;
  }

  private void endBy(Throwable failure) {
    if (!over) {
      ended(false);
      super.completeExceptionally(failure);
    }
  }
}
