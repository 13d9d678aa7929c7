package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import dev.makespan.spi.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a map: reads its elements, has them executed, and makes its value or its failure
 * of what has come of them.
 *
 * <p>No more elements are started than can get a slot at once, so a map of a million elements needs
 * memory for its results only. Elements that are one plain call each, or a few calls one after the
 * other, are executed in {@link MapLane}s; all others are parts of their own. A failing element
 * stops the elements behind it, never those before; the failure of the first one is the map's. In a
 * workflow where a failure cancels all, the first one in time stops all the others and is told at
 * once.
 *
 * <p>The lock is that of {@link MapSchedule}; it guards the fields marked so, and no code of others
 * runs under it. Used by the threads of all that it starts.
 */
final class MapFrame implements Part {
  /**
   * How many elements may be under way where no limit holds, so that a huge map doesn't start all
   * of them at once.
   */
  private static final int WIDEST = 4_096;

  private static final Object[] NONE = {};

  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level caller;
  private final Ending ending;
  private final @Nullable Object elements;
  private final MapElement element;
  private final Supplier<MapPolicy> rule;
  private final int depth;
  private final MapSchedule schedule;
  private final MapFailures failures;

  /** Stands for any element as long as it is executed in a lane. */
  private final ElementEnding anyElement = new ElementEnding(this, -1);

  private long startTime;

  /** Written before the first element is started. */
  private MapPolicy policy = MapPolicy.ALL;

  // Guarded by the lock.
  /** The elements, each until it begins, then the results. */
  private @Nullable Object[] values = NONE;

  /**
   * Whether the cancelled run refused an element, so that there is no value though nobody stopped
   * us.
   */
  private boolean refused;

  private boolean feeding;
  private boolean over;
  private @Nullable PathLink path;

  /** Adds the steps for one element; returns the one whose value is the result, if there is one. */
  interface ElementWiring<E extends @Nullable Object> {
    @Nullable Step<?> wire(Body body, E element) throws Throwable;
  }

  private MapFrame(
      CallSite site,
      Ending ending,
      @Nullable Object elements,
      MapElement element,
      Supplier<MapPolicy> rule) {
    this.run = element.run();
    this.scope = element.scope();
    this.site = site;
    this.caller = element.caller();
    this.ending = ending;
    this.elements = elements;
    this.schedule = new MapSchedule(Math.min(scope.width(), WIDEST), scope.processors());
    this.failures = new MapFailures(
        schedule, ending, caller != null && caller.def().policy().cancelsAll());
    this.element = element;
    this.rule = rule;
    this.path = element.before();
    this.depth = ending.depth() + 1;
  }

  /** A map whose elements are one call each. */
  static MapFrame ofCall(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> callee,
      Supplier<MapPolicy> rule,
      @Nullable Object elements,
      @Nullable Object[] in) {
    // What the elements of a map around this one share isn't for these.
    RunScope own = scope.inner(callee.kind() == NodeKind.MAP_TASK ? callee.concurrency() : 0);
    CallSite calls = site.called(callee, Step.kindOf(callee));
    MapElement element = MapElement.call(run, own, calls, caller, before, callee, in);
    return new MapFrame(site, ending, elements, element, rule);
  }

  /** A map whose elements have a body each. */
  static <E extends @Nullable Object> MapFrame ofBodies(
      RunInfo run,
      RunScope scope,
      CallSite site,
      Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      BodyShape.Place place,
      Supplier<MapPolicy> rule,
      @Nullable Object elements,
      ElementWiring<E> each) {
    CallSite bodies = site.step(0, "element", RunGraph.Kind.WORKFLOW, caller.line());
    RunScope own = scope.elements();
    MapElement element = MapElement.body(run, own, bodies, caller, before, def, place, each);
    return new MapFrame(site, ending, elements, element, rule);
  }

  @Override
  public void start() {
    run.step(depth, this::read);
  }

  private void read() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    MapInput input = MapInput.NONE;
    Failure broken = null;
    try {
      policy = rule.get();
      if (!isStopped()) {
        input = MapInput.read(run, elements);
        Throwable thrown = input.failure();
        broken = thrown == null ? null : failure(thrown, MapInput.class);
      }
    } catch (Throwable thrown) {
      broken = failure(thrown, MapFrame.class);
    }
    synchronized (schedule) {
      values = input.values();
      schedule.size(values.length);
      if (broken != null) {
        // A plain call has mapped what it read before.
        failures.put(values.length, broken, true);
      }
    }
    feed();
  }

  private Failure failure(Throwable thrown, Class<?> below) {
    Failure failure = new Failure(thrown);
    failure.cutBelow(below);
    failure.passes(caller);
    return failure;
  }

  private boolean isStopped() {
    synchronized (schedule) {
      return schedule.isStopped();
    }
  }

  /**
   * Starts as many elements as may run. One thread at a time does it; who comes meanwhile leaves it
   * to that one.
   */
  private void feed() {
    MapLane needless;
    while (true) {
      int index = -1;
      Object value = null;
      MapLane lane = null;
      synchronized (schedule) {
        if (feeding || over) {
          return;
        }
        if (!schedule.isMore()) {
          over = schedule.isIdle();
          if (!over) {
            return;
          }
          needless = schedule.offered();
          break;
        }
        if (!schedule.isOpen()) {
          return;
        }
        if (schedule.isLeft() || element.isInLine()) {
          lane = schedule.offer(this, element);
          if (lane == null) {
            return;
          }
        } else {
          feeding = true;
          index = schedule.claimNext();
          value = values[index];
          values[index] = null;
        }
      }
      if (lane != null) {
        lane.start();
        return;
      }
      launch(new ElementEnding(this, index), value);
      synchronized (schedule) {
        feeding = false;
      }
    }
    if (needless != null) {
      needless.stop();
    }
    run.step(depth, this::finish);
  }

  private void launch(ElementEnding started, @Nullable Object value) {
    Part part = element.part(value, started);
    if (!schedule.add(started, part)) {
      Part.stop(List.of(part));
    }
    part.start();
  }

  @Override
  public List<Part> stopping() {
    List<Part> parts = new ArrayList<>();
    synchronized (schedule) {
      schedule.stop(parts);
    }
    return parts;
  }

  /** An element has ended that was a part of its own. */
  void ended(ElementEnding element, Outcome outcome) {
    int index = element.index();
    if (outcome.isValue() && !policy.takes(outcome.value())) {
      failures.fails(index, nullResult(index), true);
    }
    synchronized (schedule) {
      schedule.remove(element);
      values[index] = outcome.value();
      path = PathLink.longer(path, outcome.path());
      if (outcome.failure() != null && outcome.stopped()) {
        failures.addIfAbsent(index, outcome.failure());
      }
      refused |= outcome.failure() == null && outcome.stopped();
    }
    feed();
  }

  private Failure nullResult(int index) {
    return failure(Tolerance.nullResult(index), MapFrame.class);
  }

  private void finish() {
    boolean early;
    @Nullable Object[] found;
    PathLink longest;
    List<Failure> failed;
    Failure told;
    synchronized (schedule) {
      told = failures.cancelling();
      failed = failures.all(policy, values.length);
      early = told == null && (schedule.isStopped() || (refused && failed.isEmpty()));
      found = values;
      values = NONE;
      longest = path;
    }
    Failure failure = Failure.first(failed);
    long now = run.scope().nanoTime();
    site.ended(now, now - startTime, failure != null);
    if (failure != null && !early && told == null) {
      ending.failing(failure);
    }
    Object value = failure != null || early ? null : policy.value(found);
    ending.ended(new Outcome(value, failure, early, longest));
  }

  // What lanes call.

  MapSchedule schedule() {
    return schedule;
  }

  Ending ending() {
    return ending;
  }

  /** Has another lane offered if there is work for it. */
  void grow() {
    feed();
  }

  /** The elements and results; a lane reads and writes those that it has claimed. */
  @Nullable Object[] values() {
    synchronized (schedule) {
      return values;
    }
  }

  /** Takes the result of an element; false if the map can't go on behind it. */
  boolean takes(int index, @Nullable Object value) {
    if (policy.takes(value)) {
      return true;
    }
    failures.fails(index, nullResult(index), true);
    return false;
  }

  /** Takes the failure of an element, whose lane was or wasn't stopped before. */
  void failed(int index, Failure failure, boolean wasStopped) {
    if (wasStopped) {
      synchronized (schedule) {
        failures.addIfAbsent(index, failure);
      }
    } else {
      failures.fails(index, failure, policy.isFatal(failure.thrown()));
    }
  }

  /** Has an element end for itself which has begun in a lane and is a part of its own now. */
  void spilled(BodyFrame body, ElementEnding element) {
    if (!schedule.add(element, body)) {
      Part.stop(List.of(body));
    }
    body.goOn();
  }

  /** A lane has ended, or never begun. */
  void ended(MapLane lane, boolean wasStopped, @Nullable Throwable broken) {
    boolean othersGoOn;
    int lost = -1;
    synchronized (schedule) {
      schedule.ended(lane, wasStopped);
      path = PathLink.longer(path, lane.path());
      refused |= wasStopped && !over;
      othersGoOn = !schedule.isIdle();
      if (broken != null && !othersGoOn && schedule.isMore()) {
        lost = schedule.first();
      }
    }
    if (lost >= 0 && broken != null) {
      Failure failure = new Failure(broken);
      failure.passes(caller);
      failures.fails(lost, failure, true);
      synchronized (schedule) {
        // Nothing before it is left to be done, and nobody could do it.
        schedule.drop();
      }
    }
    if (broken == null || !othersGoOn) {
      // Where there was no thread for it, the next one is offered when another one has ended.
      feed();
    }
  }

  /** What its elements have waited for before they wait for slots, but for their index. */
  Awaited awaited() {
    return Awaited.before(anyElement, startTime);
  }

  /** Stands for any element as long as it is executed in a lane. */
  Ending anyElement() {
    return anyElement;
  }

  // What elements ask.

  /** When it began. */
  long startTime() {
    return startTime;
  }

  int depth() {
    return depth;
  }
}
