package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a dynamic: its body, which runs as written, and the calls that it has asked for.
 *
 * <p>A failing call fails its own future only. The frame ends when the body and all its calls have
 * ended; then a failure that nobody looked at is the dynamic's, unless the body failed itself.
 *
 * <p>The lock is this object; it guards the fields marked so, and no code outside this class runs
 * under it.
 */
final class DynamicFrame implements Part, UserCall.Code, FlowFuture.Host, LiveRun.Owner {
  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level caller;
  private final Ending ending;
  private final TaskDef<?> def;
  private final @Nullable Object[] in;
  private final UserCall body;

  // Guarded by this.
  private int open = 1;
  private final Set<LiveRun<?>> running = new HashSet<>();
  private final List<FailedCall> failed = new ArrayList<>(0);
  private List<FlowFuture<?>> derived = new ArrayList<>(0);
  private int pruneAt = 1_000;
  private boolean stopped;
  private @Nullable Outcome bodyOutcome;
  private @Nullable PathLink longest;
  private @Nullable PathLink reached;

  private long startTime;

  private record FailedCall(LiveRun<?> call, Failure failure) {}

  DynamicFrame(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      @Nullable Object[] in) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.caller = caller;
    this.ending = ending;
    this.def = def;
    this.in = in;
    this.longest = before;
    this.reached = before;
    this.body = new UserCall(run, scope, site, null, before, new BodyEnding(), this);
  }

  @Override
  public void start() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    body.start();
  }

  @Override
  public void stop() {
    List<LiveRun<?>> calls;
    synchronized (this) {
      stopped = true;
      calls = new ArrayList<>(running);
    }
    for (LiveRun<?> call : calls) {
      call.stopPart();
    }
    body.stop();
  }

  // The body.

  @Override
  public @Nullable Object run(UserCall call) throws Throwable {
    Context outer = new Context(call, this).enter();
    try {
      return def.body().invoke(def.number(), in);
    } finally {
      Context.leave(outer);
    }
  }

  @Override
  public boolean isTask() {
    return false;
  }

  @Override
  public boolean isMeasured() {
    return false;
  }

  @Override
  public long timeoutMillis() {
    return 0;
  }

  @Override
  public String title() {
    return def.toString();
  }

  @Override
  public Class<?> generated() {
    return def.body().getClass().getNestHost();
  }

  private final class BodyEnding implements Ending {
    @Override
    public void failing(Failure failure) {}

    @Override
    public void ended(Outcome outcome) {
      boolean over;
      synchronized (DynamicFrame.this) {
        bodyOutcome = outcome;
        open--;
        over = open == 0;
      }
      if (over) {
        finish();
      }
    }
  }

  // Its calls.

  /** What makes the part of a call: one call of a method, or a map over a list. */
  interface PartMaker {
    Part make(
        RunInfo run, RunScope scope, CallSite site, @Nullable PathLink before, LiveRun<?> call);
  }

  /**
   * Starts a call in this dynamic's run. May be called from any thread until the dynamic has ended.
   */
  <R extends @Nullable Object> LiveRun<R> call(
      TaskDef<?> callee, RunGraph.Kind kind, PartMaker maker) {
    CallSite at = site.called(callee, kind);
    LiveRun<R> call = new LiveRun<>(run, this, this, at, run.scope().id() + ":" + at.id());
    PathLink base;
    boolean late;
    synchronized (this) {
      if (open == 0) {
        throw new IllegalStateException(
            "the dynamic " + def + " has ended; its flow can't start " + callee + " any more");
      }
      open++;
      running.add(call);
      base = reached;
      late = stopped;
    }
    Part part = maker.make(run, scope, at, base, call);
    call.begin(part);
    if (late) {
      call.stopPart();
    }
    part.start();
    return call;
  }

  @Override
  public void ended(LiveRun<?> call, Outcome outcome) {
    boolean over;
    synchronized (this) {
      open--;
      running.remove(call);
      longest = PathLink.longer(longest, outcome.path());
      if (outcome.failure() != null) {
        failed.add(new FailedCall(call, outcome.failure()));
      }
      over = open == 0;
    }
    if (over) {
      finish();
    }
  }

  @Override
  public RunScope scope() {
    return scope;
  }

  @Override
  public synchronized void derived(FlowFuture<?> stage) {
    if (derived.size() >= pruneAt) {
      derived.removeIf(each -> each.isDone() && !each.failedUnseen());
      pruneAt = Math.max(1_000, 2 * derived.size());
    }
    derived.add(stage);
  }

  @Override
  public synchronized void joined(FlowFuture<?> future) {
    PathLink path = future instanceof LiveRun<?> call ? call.path() : longest;
    reached = PathLink.longer(reached, path);
  }

  private void finish() {
    Failure failure = null;
    Outcome own;
    boolean early;
    PathLink path;
    synchronized (this) {
      own = bodyOutcome;
      early = stopped;
      path = longest;
      if (own != null && own.failure() != null) {
        failure = known(own.failure());
      }
      for (FailedCall each : failed) {
        if (each.call().failedUnseen()) {
          failure = with(failure, each.failure());
        }
      }
      for (FlowFuture<?> stage : derived) {
        if (stage.failedUnseen()) {
          Throwable thrown = stage.exceptionNow();
          if (!(thrown instanceof CancellationException)) {
            failure = with(failure, known(new Failure(thrown)));
          }
        }
      }
      derived = List.of();
    }
    long now = run.scope().nanoTime();
    site.ended(now, now - startTime, failure != null);
    if (failure != null) {
      if (!failure.names(def)) {
        failure.passes(new Level(def, def.line()));
      }
      failure.passes(caller);
      if (!early) {
        ending.failing(failure);
      }
    }
    Object value = failure != null || early || own == null ? null : own.value();
    ending.ended(new Outcome(value, failure, early, path));
  }

  private static Failure with(@Nullable Failure first, Failure other) {
    if (first == null) {
      return other;
    }
    first.suppress(other);
    return first;
  }

  /**
   * The failure that brought this exception here, if a call did; its trace is then continued.
   * Called under the lock.
   */
  private Failure known(Failure failure) {
    for (FailedCall each : failed) {
      if (each.failure().thrown() == failure.thrown()) {
        return each.failure();
      }
    }
    return failure;
  }
}
