package dev.makespan.support;

import dev.makespan.TaskTimeoutException;
import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One execution of code that the user wrote: a task with all its attempts, a pure expression or the
 * body of a dynamic.
 *
 * <p>The engine keeps its state and calls back, one thread after the other; only what it says of
 * interrupts comes from any thread at any time.
 */
final class UserCall extends TaskCall<@Nullable Object> implements Adopter, Part {
  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level level;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final UserCode code;

  private final Retries retries;
  private final StartedRuns started = new StartedRuns();

  /** Whom to tell what happens; null if nobody asks. */
  private @Nullable Observed observed;

  private boolean isStarted;

  /** Whether an attempt runs, since when, and how long those before it took. */
  private boolean isRunning;

  private long startTime;
  private long took;

  /**
   * What the attempt has failed with; null if it hasn't, or isn't to be followed by another one.
   */
  private @Nullable Throwable retried;

  private boolean timedOut;

  /** How long it has waited before retries. */
  private long waited;

  /** How long it has waited for a place in its pool. */
  private long placeless;

  private @Nullable Outcome outcome;

  UserCall(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level level,
      @Nullable PathLink before,
      Ending ending,
      UserCode code) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.level = level;
    this.before = before;
    this.ending = ending;
    this.code = code;
    this.retries = new Retries(code.policy());
  }

  @Override
  public RunInfo run() {
    return run;
  }

  // As a part of a body.

  @Override
  public TaskCall<?> first() {
    return this;
  }

  @Override
  public void start() {
    Observer observer = run.observer();
    if (observer != null) {
      long now = scope.nanoTime();
      observed = observer.queued(site, Awaited.before(ending, now), now);
    }
    scope.submit(this);
  }

  @Override
  public List<Part> stopping() {
    started.walk();
    stop();
    return started.toStop();
  }

  @Override
  public void adopt(LiveRun<?> child) {
    started.add(child);
  }

  // What the engine asks.

  @Override
  public boolean isPartOf(Object whole) {
    return ending.isPartOf(whole);
  }

  @Override
  public boolean isShort() {
    return code.pace() != null && code.pace().isShort();
  }

  @Override
  public boolean takesSlot() {
    return code.isTask();
  }

  @Override
  public String pool() {
    return code.policy().pool();
  }

  @Override
  public Throwable noPool(Collection<String> pools) {
    String wanted = pool();
    IllegalArgumentException missing =
        new IllegalArgumentException("task " + code.title() + " needs a place in the pool \""
            + wanted + "\", and its runner has "
            + (pools.isEmpty() ? "no pools" : "only " + String.join(", ", pools))
            + "; define it with Runner.builder().pool(\"" + wanted + "\", …)");
    missing.setStackTrace(code.declaration());
    return missing;
  }

  @Override
  public long timeoutMillis() {
    return code.policy().timeoutMillis();
  }

  @Override
  public Throwable timedOut() {
    timedOut = true;
    if (observed != null) {
      observed.timedOut(timeoutMillis(), scope.nanoTime());
    }
    TaskTimeoutException timeout = TaskTimeoutException.ofTask(
        code.title(),
        code.name(),
        run.scope().id(),
        Duration.ofMillis(timeoutMillis()),
        retries.attempt(),
        retries.attempts());
    // It is made on a thread that says nothing to the user.
    timeout.setStackTrace(code.declaration());
    return timeout;
  }

  @Override
  public boolean retries(Throwable failure) {
    boolean follows = retries.follows(failure);
    retried = follows ? failure : null;
    return follows;
  }

  // An attempt.

  @Override
  public void waitedForPlace(long nanos) {
    placeless += nanos;
    if (observed != null) {
      observed.waitedForPlace(nanos);
    }
  }

  @Override
  public void started(long nanoTime) {
    startTime = nanoTime;
    isRunning = true;
    timedOut = false;
    if (observed != null) {
      observed.started(nanoTime);
    }
    if (!isStarted) {
      isStarted = true;
      if (code.isMeasured()) {
        site.started(nanoTime);
      }
    }
  }

  @Override
  public @Nullable Object invoke() throws Throwable {
    ClassLoader loader = LoaderSwitch.enter(run.loader());
    try {
      return surrounded();
    } finally {
      LoaderSwitch.leave(loader);
    }
  }

  private @Nullable Object surrounded() throws Throwable {
    Surroundings around = run.surroundings();
    if (around == null) {
      return code.run(this);
    }
    Observed seen = observed;
    return code.isTask() && seen != null && around.intercepts()
        ? around.task(seen.attempt(), () -> code.run(this))
        : around.code(() -> code.run(this));
  }

  @Override
  public @Nullable Pending<@Nullable Object> pending(@Nullable Object returned) {
    if (!code.policy().asynchronous()) {
      return null;
    }
    if (returned == null) {
      NullPointerException missing =
          new NullPointerException("task " + code.title() + " returned null for its stage");
      missing.setStackTrace(code.declaration());
      throw missing;
    }
    return PendingStage.of((CompletionStage<?>) returned);
  }

  @Override
  public void interrupting() {
    started.interrupted();
  }

  @Override
  public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
    attemptOver(nanoTime, overrun);
    started.nextAttempt();
    long wait = retries.backoff(random);
    waited += wait;
    if (observed != null && retried != null) {
      observed.retried(
          timedOut ? TaskOutcome.TIMED_OUT : TaskOutcome.FAILED, retried, wait, overrun, nanoTime);
    }
    return wait;
  }

  private void attemptOver(long nanoTime, boolean overrun) {
    if (isRunning) {
      isRunning = false;
      took += nanoTime - startTime;
    }
    if (overrun) {
      run.overran();
    }
  }

  // The end.

  @Override
  public void settled(@Nullable Object value, @Nullable Throwable thrown, boolean stopped) {
    Failure failure = null;
    if (thrown != null) {
      failure = new Failure(thrown);
      if (stopped && failure.isInterruption()) {
        failure = null;
      } else {
        retries.keepIn(thrown);
        failure.cutBelow(code.generated());
        failure.passes(level);
      }
    }
    outcome = new Outcome(value, failure, stopped, before);
    if (failure != null && !stopped) {
      ending.failing(failure);
    }
  }

  @Override
  public void ended(long nanoTime, boolean overrun) {
    Outcome found = outcome;
    if (found == null) {
      throw new IllegalStateException("ended before it was settled");
    }
    tell(found, nanoTime, overrun);
    attemptOver(nanoTime, overrun);
    Pace pace = code.pace();
    if (pace != null && isStarted) {
      pace.took(took);
    }
    PathLink path = before;
    if (isStarted && code.isMeasured()) {
      site.ended(nanoTime, took, found.failure() != null);
      if (placeless != 0 || waited != 0) {
        site.waited(placeless, waited);
      }
      path = PathLink.after(before, site, took + waited);
    }
    ending.ended(new Outcome(found.value(), found.failure(), found.stopped(), path));
  }

  private void tell(Outcome found, long nanoTime, boolean overrun) {
    Observed seen = observed;
    if (seen == null) {
      return;
    }
    Failure failure = found.failure();
    Throwable thrown = failure == null ? null : failure.thrown();
    if (isRunning) {
      // One that was to be tried again, and is stopped before, has no failure of its own.
      TaskOutcome how = timedOut && thrown != null
          ? TaskOutcome.TIMED_OUT
          : found.stopped()
              ? TaskOutcome.CANCELLED
              : thrown == null ? TaskOutcome.SUCCEEDED : TaskOutcome.FAILED;
      seen.ended(how, thrown, overrun, nanoTime);
    } else {
      seen.cancelled(thrown, nanoTime);
    }
  }

  @Override
  public void broken(Throwable why) {
    run.giveUp(why);
  }
}
