package dev.makespan.support;

import dev.makespan.Run;
import dev.makespan.TaskTimeoutException;
import dev.makespan.event.Executions;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A run, or a call inside a dynamic, as the future that its user holds. */
final class LiveRun<R extends @Nullable Object> extends Run<R> implements Ending {
  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<LiveRun, @Nullable CompletableFuture> END =
      AtomicReferenceFieldUpdater.newUpdater(LiveRun.class, CompletableFuture.class, "end");

  private static final CompletableFuture<@Nullable Void> ENDED =
      CompletableFuture.completedFuture(null);

  private final RunInfo info;
  private final Owner owner;
  private final CallSite site;
  private final boolean isRoot;

  /** Done when all has ended; null as long as nobody asks, and all hasn't ended. */
  @SuppressWarnings("FieldMayBeFinal")
  private volatile @Nullable CompletableFuture<@Nullable Void> end;

  private final long startTime;

  // Of the dynamic that called it, and guarded by that: its place among the calls.
  int number;

  @Nullable LiveRun<?> older;

  @Nullable LiveRun<?> newer;

  private volatile @Nullable Part part;
  private volatile boolean stopped;
  private volatile boolean over;

  /** Whether it ended without an outcome of its own, since it was stopped. */
  private volatile boolean cancelled;

  private volatile long endTime;
  private volatile @Nullable PathLink path;

  /** Who is told of the end, after the future is complete. */
  interface Owner {
    void ended(LiveRun<?> run, Outcome outcome);

    /** Who waits for the end of the owner; null for the owner of a root. */
    @Nullable Ending ending();

    /** How many bodies, maps and dynamics stand around the run. */
    int depth();
  }

  LiveRun(RunInfo info, Host host, Owner owner, CallSite site) {
    super(host);
    this.info = info;
    this.owner = owner;
    this.site = site;
    this.isRoot = owner instanceof RootOwner;
    this.startTime = info.scope().nanoTime();
  }

  /** The call that it begins with; null if there is none, or none any more. */
  @Nullable TaskCall<?> first() {
    Part current = part;
    return current == null ? null : current.first();
  }

  /** What computes it; null before and after. */
  @Nullable Part part() {
    return part;
  }

  /** Says what computes it, before that starts. */
  void begin(Part computing) {
    part = computing;
    if (stopped) {
      Part.stop(List.of(computing));
    }
  }

  /** Stops what computes it; the future completes when that has ended. */
  List<Part> stopping() {
    if (isRoot) {
      info.scope().cancel();
    }
    stopped = true;
    Throwable broken = info.broken();
    if (broken != null) {
      // What computes it may never end.
      finish(null, broken);
      over = true;
      tellEnd();
    }
    Part current = part;
    return current == null ? List.of() : List.of(current);
  }

  @Override
  protected void probe() {
    StackProbe.check();
  }

  @Override
  protected void stop() {
    info.guarded(() -> Part.stop(stopping()));
  }

  /** Ends the whole run, of which this is the root; see {@link RunInfo#giveUp}. */
  void giveUp(Throwable why) {
    Part current = part;
    part = null;
    finish(null, why);
    try {
      endTime = info.scope().nanoTime();
      Observer observer = info.observer();
      if (observer != null) {
        observer.runEnded(RunReport.Outcome.FAILED, why, endTime);
      }
      info.scope().cancel();
      if (current != null) {
        Part.stop(List.of(current));
      }
    } finally {
      over = true;
      tellEnd();
      info.scope().end();
    }
  }

  @Override
  public @Nullable Ending outer() {
    return owner.ending();
  }

  @Override
  public int depth() {
    return owner.depth();
  }

  @Override
  public void failing(Failure failure) {
    // A task's future fails as soon as its time is over, though its method may still run.
    if (site.kind() == RunGraph.Kind.TASK && failure.thrown() instanceof TaskTimeoutException) {
      failEarly(failure.thrown());
    }
  }

  /** Fails on another thread: this one has to interrupt the method, and callbacks may wait. */
  private void failEarly(Throwable thrown) {
    try {
      // A timer's thread can always be had; the executor's may all be busy with what is to end.
      info.scope().timer(Duration.ZERO, () -> finishEarly(thrown));
    } catch (Throwable noThread) {
      finishEarly(thrown);
    }
  }

  private void finishEarly(Throwable thrown) {
    finish(null, thrown);
    if (over) {
      // It ended meanwhile, and found the future neither open nor complete.
      tellEnd();
    }
  }

  @Override
  public void ended(Outcome outcome) {
    ended(outcome, info.scope().nanoTime());
  }

  /** The same, at a known time. */
  void ended(Outcome outcome, long now) {
    part = null;
    path = outcome.path();
    endTime = now;
    over = true;
    // The text of a failure is asked for, which is the user's code as stages are.
    if (!outcome.stopped() || (outcome.failure() == null && closeToAll())) {
      conclude(outcome);
    } else {
      // It may wait for what this thread, which stops one after the other, hasn't stopped yet.
      elsewhere(() -> info.guarded(() -> conclude(outcome)));
    }
  }

  private void elsewhere(Runnable job) {
    try {
      info.scope().executor().execute(job);
    } catch (Throwable noThread) {
      job.run();
    }
  }

  @SuppressWarnings("unchecked")
  private void conclude(Outcome outcome) {
    Observer observer = info.observer();
    if (observer != null && owner instanceof RootOwner) {
      boolean goesOn = info.scope().handOver(true);
      Failure failure = outcome.failure();
      observer.runEnded(
          outcome.isValue()
              ? RunReport.Outcome.SUCCEEDED
              : failure == null ? RunReport.Outcome.CANCELLED : RunReport.Outcome.FAILED,
          failure == null ? null : failure.thrown(),
          endTime);
      if (goesOn) {
        info.scope().takeUp();
      }
    }
    if (outcome.isValue()) {
      finish((R) outcome.value(), null);
    } else if (outcome.failure() != null) {
      finish(null, outcome.failure().thrown());
    } else {
      cancelled = true;
      finish(null, new CancellationException("run " + id() + " was cancelled"));
    }
    tellEnd();
    owner.ended(this, outcome);
  }

  /** Says that all has ended, after the future is complete: who cancels it completes it late. */
  @SuppressWarnings("unchecked")
  private void tellEnd() {
    if (isDone()) {
      CompletableFuture<@Nullable Void> asked = END.getAndSet(this, ENDED);
      if (asked != null) {
        Context.runStages(info.scope(), () -> asked.complete(null));
      }
    }
  }

  @Override
  protected void completedFromOutside() {
    if (over) {
      tellEnd();
    }
  }

  /** The longest chain of executions that led to the end; null before. */
  @Nullable PathLink path() {
    return path;
  }

  @Override
  public String id() {
    String root = info.scope().id();
    return isRoot ? root : root + ":" + site.id();
  }

  @Override
  public CompletionStage<Void> ended() {
    if (end == null) {
      END.compareAndSet(this, null, new CompletableFuture<>());
    }
    return Objects.requireNonNull(end).minimalCompletionStage();
  }

  @Override
  public RunGraph graph() {
    List<CallSite.Named> sites = site.all();
    return new RunGraph(sites.stream().map(CallSite.Named::node).toList(), CallSite.edges(sites));
  }

  @Override
  public RunReport report() {
    boolean ended = over;
    long until = ended ? endTime : info.scope().nanoTime();
    Observer observer = info.observer();
    boolean full = observer != null && observer.keeps();
    List<CallSite.Named> sites = site.all();
    List<RunReport.NodeReport> nodes = new ArrayList<>();
    IdentityHashMap<CallSite, CallSite.Named> names = new IdentityHashMap<>();
    Map<String, CallSite.Figures> known = new HashMap<>();
    long work = 0;
    for (CallSite.Named each : sites) {
      CallSite.Figures figures = each.site().figures();
      nodes.add(node(each, figures));
      names.put(each.site(), each);
      known.put(each.id(), figures);
      if (each.site().kind() == RunGraph.Kind.TASK) {
        work += figures.nanos();
      }
    }
    return new RunReport(
        id(),
        outcome(ended),
        Duration.ofNanos(until - startTime),
        Duration.ofNanos(work),
        limit(),
        steps(names),
        isRoot && !full ? DefaultWaits.fill(graph(), nodes, known) : nodes,
        info.overruns(),
        observer == null ? Executions.NONE : observer.executions(sites, startTime));
  }

  /** How many tasks of the run could be executed at the same time; 0 for any number. */
  private int limit() {
    int width = info.scope().width();
    return width == Integer.MAX_VALUE ? 0 : width;
  }

  private RunReport.Outcome outcome(boolean ended) {
    if (!ended) {
      return RunReport.Outcome.RUNNING;
    }
    if (isCancelled() && (cancelled || failure() == null)) {
      return RunReport.Outcome.CANCELLED;
    }
    return hasFailed() ? RunReport.Outcome.FAILED : RunReport.Outcome.SUCCEEDED;
  }

  private RunReport.NodeReport node(CallSite.Named at, CallSite.Figures figures) {
    Observer observer = info.observer();
    return new RunReport.NodeReport(
        at.id(),
        at.name(),
        at.site().kind(),
        at.site().line(),
        figures.count(),
        figures.failures(),
        sinceStart(figures.firstStart() == Long.MAX_VALUE ? startTime : figures.firstStart()),
        sinceStart(figures.lastEnd() == Long.MIN_VALUE ? startTime : figures.lastEnd()),
        Duration.ofNanos(figures.nanos()),
        observer == null ? null : observer.waits(at.site()));
  }

  private Duration sinceStart(long time) {
    return Duration.ofNanos(time - startTime);
  }

  private List<RunReport.PathStep> steps(IdentityHashMap<CallSite, CallSite.Named> names) {
    ArrayDeque<RunReport.PathStep> steps = new ArrayDeque<>();
    for (PathLink link = path; link != null; link = link.before()) {
      CallSite.Named at = names.get(link.site());
      String node = at == null ? link.site().id() : at.id();
      String name = at == null ? link.site().name() : at.name();
      steps.addFirst(new RunReport.PathStep(node, name, Duration.ofNanos(link.nanos())));
    }
    return List.copyOf(steps);
  }
}
