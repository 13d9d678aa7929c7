package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
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
final class DynamicFrame implements Part, FlowFuture.Host, LiveRun.Owner {
  /** One call in so many looks whether the stack has room, less one. */
  private static final int PROBED = 15;

  /** After so many waits the chain of what was waited for is folded, or it would grow for ever. */
  private static final int JOINS_PER_FOLD = 1_000;

  private static final Object[] NONE = {};

  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level caller;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final TaskDef<?> def;
  private final UserCall body;
  private final int depth;
  private final Children children;

  /** How often {@link #probe} was called; it doesn't matter if some are lost. */
  private int probes;

  // Guarded by this.
  /** How many things must end before the dynamic does; the body is one. */
  private int open = 1;

  private final OpenCalls calls = new OpenCalls();
  private final DynamicFailures failures = new DynamicFailures();
  private boolean stopped;
  private @Nullable Outcome bodyOutcome;
  private @Nullable PathLink longest;
  private @Nullable PathLink reached;
  private int joins;

  /** What was called last; another thread may find what was called before. */
  private @Nullable Called lastCalled;

  /** What a call threw that couldn't be started. */
  private volatile @Nullable Throwable broken;

  private long startTime;

  private record Called(TaskDef<?> callee, RunGraph.Kind kind, CallSite site) {}

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
    this.before = before;
    this.longest = before;
    this.reached = before;
    this.depth = ending.depth() + 1;
    DynamicBody code = new DynamicBody(this, def, in);
    this.body = new UserCall(run, scope, site, null, before, code, code);
    this.children = new Children(run, scope, this);
  }

  @Override
  public void start() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    body.start();
  }

  @Override
  public TaskCall<?> first() {
    return body;
  }

  @Override
  public List<Part> stopping() {
    List<LiveRun<?>> started;
    synchronized (this) {
      stopped = true;
      started = calls.all();
    }
    List<Part> parts = new ArrayList<>(started.size() + 1);
    parts.add(body);
    for (LiveRun<?> call : started) {
      parts.addAll(call.stopping());
    }
    return parts;
  }

  // The body.

  /** The method, for errors. */
  String title() {
    return def.toString();
  }

  /** The body has ended; its calls may go on. */
  void bodyEnded(Outcome outcome) {
    Failure failure = outcome.failure();
    boolean isInterruption = failure != null && failure.isInterruption();
    synchronized (this) {
      // The stop may not have come to the body, which has seen it by the end of a call.
      bodyOutcome =
          stopped && isInterruption ? new Outcome(null, null, true, outcome.path()) : outcome;
    }
    Throwable why = broken;
    if (why != null) {
      run.giveUp(why);
    }
    release();
  }

  // Its calls.

  /** Finds out whether the stack has room, once in a while: a body calls from about one depth. */
  void probe() {
    if ((probes++ & PROBED) == 0) {
      StackProbe.check();
    }
  }

  /** What makes the part of a call that isn't one of a method, such as a map over a list. */
  interface PartMaker {
    Part make(
        RunInfo run, RunScope scope, CallSite site, @Nullable PathLink before, LiveRun<?> call);
  }

  /** Starts a call of one method, as {@link #call(TaskDef, RunGraph.Kind, PartMaker)}. */
  <R extends @Nullable Object> LiveRun<R> call(TaskDef<R> callee, @Nullable Object[] in) {
    return call(callee, Step.kindOf(callee), null, in);
  }

  /**
   * Starts a call in this dynamic's run. May be called from any thread until the dynamic has ended.
   */
  <R extends @Nullable Object> LiveRun<R> call(
      TaskDef<?> callee, RunGraph.Kind kind, PartMaker maker) {
    return call(callee, kind, maker, NONE);
  }

  private <R extends @Nullable Object> LiveRun<R> call(
      TaskDef<?> callee, RunGraph.Kind kind, @Nullable PartMaker maker, @Nullable Object[] in) {
    try {
      return begin(callee, kind, maker, in);
    } catch (Throwable thrown) {
      // The body may catch it, but nobody knows what has begun. No more than this is done here,
      // since the user's own recursion may have used up the stack.
      broken = thrown;
      if (isLeft()) {
        run.giveUp(thrown);
      }
      throw thrown;
    }
  }

  /** Whether only calls are open: the body, whose end is when to look at what broke, has ended. */
  private synchronized boolean isLeft() {
    return bodyOutcome != null && open > 0;
  }

  private <R extends @Nullable Object> LiveRun<R> begin(
      TaskDef<?> callee, RunGraph.Kind kind, @Nullable PartMaker maker, @Nullable Object[] in) {
    CallSite at = siteOf(callee, kind);
    LiveRun<R> call = new LiveRun<>(run, this, this, at);
    PathLink base;
    boolean late;
    synchronized (this) {
      if (open == 0) {
        throw new IllegalStateException(
            "the dynamic " + def + " has ended; its flow can't start " + callee + " any more");
      }
      open++;
      calls.add(call);
      base = reached;
      late = stopped;
    }
    Part part =
        maker == null ? part(callee, in, at, base, call) : maker.make(run, scope, at, base, call);
    call.begin(part);
    if (late) {
      Part.stop(call.stopping());
    }
    part.start();
    return call;
  }

  private Part part(
      TaskDef<?> callee,
      @Nullable Object[] in,
      CallSite at,
      @Nullable PathLink base,
      LiveRun<?> call) {
    return Children.takes(run, callee)
        ? new Child(children, callee, in, at, base, call)
        : Parts.call(run, scope, at, null, base, call, callee, in);
  }

  /** Most bodies call the same method again and again. */
  private CallSite siteOf(TaskDef<?> callee, RunGraph.Kind kind) {
    Called last = lastCalled;
    if (last == null || !last.callee().equals(callee) || last.kind() != kind) {
      last = new Called(callee, kind, site.called(callee, kind));
      lastCalled = last;
    }
    return last.site();
  }

  @Override
  public void ended(LiveRun<?> call, Outcome outcome) {
    boolean over;
    synchronized (this) {
      open--;
      calls.remove(call);
      longest = PathLink.longer(longest, outcome.path());
      if (outcome.failure() != null) {
        failures.add(call, outcome.failure());
      }
      over = open == 0;
    }
    if (over) {
      run.step(depth, this::finish);
    }
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public Ending ending() {
    return ending;
  }

  @Override
  public boolean wantsSources() {
    return true;
  }

  /**
   * The body executes what it waits for itself, as far as nobody else has begun to. Only that: of
   * something else nobody knows how long it takes, or what it waits for.
   */
  @Override
  public void awaiting(FlowFuture<?> future) {
    Context context = Context.current();
    if (context != null && context.dynamic() == this) {
      help(future instanceof LiveRun<?> ? List.of(future) : future.sources(), future);
    }
    if (!future.isDone()) {
      scope.await(future);
    }
  }

  private void help(List<? extends CompletionStage<?>> stages, FlowFuture<?> future) {
    for (int i = 0; i < stages.size() && !future.isDone(); i++) {
      if (stages.get(i) instanceof LiveRun<?> call && !call.isDone()) {
        if (call.part() instanceof Child child && child.isOf(children)) {
          children.help(stages, i, future);
        }
        if (!call.isDone()) {
          scope.help(call, call, call.first());
        }
      }
    }
  }

  /** Keeps the dynamic from ending, while something of its own goes on that is no call. */
  synchronized void hold() {
    open++;
  }

  /** Says that what it was held for is over. */
  void release() {
    boolean over;
    synchronized (this) {
      open--;
      over = open == 0;
    }
    if (over) {
      run.step(depth, this::finish);
    }
  }

  @Override
  public RunScope scope() {
    return scope;
  }

  @Override
  public synchronized void derived(FlowFuture<?> stage) {
    if (open > 0) {
      failures.add(stage);
    }
  }

  @Override
  public void runStages(Runnable completion) {
    Context.runStages(scope, completion);
  }

  @Override
  public void joined(FlowFuture<?> future) {
    // It is done, so that forgets them.
    var unused = future.sources();
    synchronized (this) {
      PathLink path = future instanceof LiveRun<?> call ? call.path() : longest;
      reached = PathLink.longer(reached, path);
      if (++joins % JOINS_PER_FOLD == 0) {
        reached = PathLink.folded(reached, before);
        longest = PathLink.longer(reached, longest);
      }
    }
  }

  private void finish() {
    children.end();
    Outcome own;
    boolean early;
    PathLink path;
    synchronized (this) {
      own = bodyOutcome;
      early = stopped;
      path = longest;
    }
    Failure failure = Failure.first(failures.end(own == null ? null : own.failure()));
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
}
