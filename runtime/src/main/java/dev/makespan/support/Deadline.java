package dev.makespan.support;

import dev.makespan.TaskTimeoutException;
import dev.makespan.spi.Failures;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow that has a time limit: when that has passed, its body is stopped.
 *
 * <p>States: open; decided, when the time has passed, the body has failed, or it was stopped from
 * outside, whichever comes first; over. It ends when the body has. Where the time decides, it fails
 * with the timeout, unless a call in the body had failed before: then with that failure.
 *
 * <p>The lock is this object; it guards the fields marked so, and no code outside this class runs
 * under it.
 */
final class Deadline implements Part, Ending {
  private final RunInfo run;
  private final CallSite site;
  private final TaskDef<?> def;
  private final @Nullable Level caller;
  private final Ending ending;
  private final BodyFrame body;

  // Guarded by this.
  private boolean decided;
  private boolean expired;
  private boolean over;
  private RunScope.@Nullable Timer timer;
  private @Nullable Failure timeout;

  /** Whether the timeout is being told, so that the end is told after that. */
  private boolean telling;

  private @Nullable Outcome ended;

  /** Makes the body, given who is told of its end. */
  interface BodyMaker {
    BodyFrame make(Ending ending);
  }

  Deadline(
      RunInfo run,
      CallSite site,
      TaskDef<?> def,
      @Nullable Level caller,
      Ending ending,
      BodyMaker bodyMaker) {
    this.run = run;
    this.site = site;
    this.def = def;
    this.caller = caller;
    this.ending = ending;
    this.body = bodyMaker.make(this);
    // A caller who helps couldn't go on when the time is over.
    run.scope().refuseHelp();
  }

  @Override
  public void start() {
    RunScope.Timer started = run.scope()
        .timer(Duration.ofMillis(def.policy().timeoutMillis()), () -> run.guarded(this::expire));
    boolean late;
    synchronized (this) {
      timer = started;
      late = over;
    }
    if (late) {
      started.cancel();
    }
    body.start();
  }

  private void expire() {
    // A failure that comes between this question and the stop may be seen as before or after.
    Failure failure = body.hasFailed() ? null : timedOut();
    synchronized (this) {
      if (decided || over) {
        return;
      }
      decided = true;
      expired = true;
      timeout = failure;
      telling = true;
    }
    if (failure != null) {
      ending.failing(failure);
    }
    Outcome end;
    synchronized (this) {
      telling = false;
      end = ended;
    }
    if (end == null) {
      Part.stop(List.of(body));
    } else {
      conclude(end);
    }
  }

  private Failure timedOut() {
    TaskTimeoutException thrown = TaskTimeoutException.ofWorkflow(
        def.toString(),
        def.title(),
        run.scope().id(),
        Duration.ofMillis(def.policy().timeoutMillis()));
    // It is made on a thread that says nothing to the user.
    thrown.setStackTrace(TaskCode.declarationOf(def));
    Failure failure = new Failure(thrown);
    failure.passes(caller);
    return failure;
  }

  @Override
  public List<Part> stopping() {
    synchronized (this) {
      decided = true;
    }
    return List.of(body);
  }

  @Override
  public void failing(Failure failure) {
    boolean late;
    synchronized (this) {
      late = expired;
      decided = true;
    }
    if (!late) {
      ending.failing(failure);
    }
  }

  @Override
  public void ended(Outcome outcome) {
    synchronized (this) {
      over = true;
      if (timer != null) {
        timer.cancel();
      }
      if (telling) {
        ended = outcome;
        return;
      }
    }
    conclude(outcome);
  }

  private void conclude(Outcome outcome) {
    boolean late;
    Failure failure;
    synchronized (this) {
      late = expired;
      failure = timeout;
    }
    Failure own = outcome.failure();
    if (failure != null && own != null) {
      Failures.suppress(failure.thrown(), List.of(own.thrown()));
    }
    if (late && failure == null && own != null) {
      failure = own;
      ending.failing(own);
    }
    if (late && own == null) {
      // For the body itself it was stopped.
      long now = run.scope().nanoTime();
      site.ran(0, now, now, 0, 1);
    }
    ending.ended(late ? new Outcome(null, failure, false, outcome.path()) : outcome);
  }

  @Override
  public Ending outer() {
    return ending;
  }

  @Override
  public int depth() {
    return ending.depth();
  }
}
