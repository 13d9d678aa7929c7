package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import dev.makespan.spi.Tolerance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a map: its elements in order, and which of them may run.
 *
 * <p>No more elements are started than can get a slot at once, so a map of a million elements needs
 * memory for its results only. Elements that are one plain call each, or a few calls one after the
 * other, are executed in {@link MapLane}s; all others are parts of their own. A failing element
 * stops the elements behind it, never those before; the failure of the first one is the map's. In a
 * workflow where a failure cancels all, the first one in time stops all the others and is told at
 * once.
 *
 * <p>The lock is this object; it guards the fields marked so, and no code outside this class runs
 * under it.
 */
final class MapFrame implements Part {
  /**
   * How many elements may be under way where no limit holds, so that a huge map doesn't start all
   * of them at once.
   */
  private static final int WIDEST = 4_096;

  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level caller;
  private final Ending ending;
  private final @Nullable Object elements;
  private final int window;
  private final int processors;
  private final MapElement element;
  private final Supplier<MapPolicy> rule;
  private final int depth;

  /** Written before the first element is started. */
  private MapPolicy policy = MapPolicy.ALL;

  /** The place of the first failing element; written under the lock. */
  private volatile int cutoff = Integer.MAX_VALUE;

  // Guarded by this.
  private @Nullable Object[] values = new Object[0];
  private int size;
  private int next;
  private final Set<Element> running = new LinkedHashSet<>();

  /** Those that have begun and not ended. */
  private final List<MapLane> lanes = new ArrayList<>(2);

  /** The lane that waits for a thread or a slot; one at a time. */
  private @Nullable MapLane offered;

  /**
   * Whether the next lane is to wait in the queue for slots, since there was none for one before.
   */
  private boolean slotFirst;

  /** What lanes have left when they gave up their slot. */
  private final ArrayDeque<MapLane.Range> left = new ArrayDeque<>(0);

  private final MapFailures failures = new MapFailures();
  private boolean stopped;

  /**
   * Whether the cancelled run refused an element, so that there is no value though nobody stopped
   * us.
   */
  private boolean refused;

  private boolean feeding;
  private boolean over;
  private @Nullable PathLink path;

  private final Element anyElement = new Element(-1);

  private long startTime;

  /** Adds the steps for one element; returns the one whose value is the result, if there is one. */
  interface ElementWiring<E extends @Nullable Object> {
    @Nullable Step<?> wire(Body body, E element) throws Throwable;
  }

  private MapFrame(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      @Nullable Object elements,
      MapElement element,
      Supplier<MapPolicy> rule) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.caller = caller;
    this.ending = ending;
    this.elements = elements;
    this.window = Math.min(scope.width(), WIDEST);
    this.processors = scope.processors();
    this.element = element;
    this.rule = rule;
    this.path = before;
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
    return new MapFrame(run, own, site, caller, before, ending, elements, element, rule);
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
    return new MapFrame(run, own, site, caller, before, ending, elements, element, rule);
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
    synchronized (this) {
      values = input.values();
      size = values.length;
      if (broken != null) {
        // A plain call has mapped what it read before.
        failures.put(size, broken, true);
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

  private synchronized boolean isStopped() {
    return stopped;
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
      synchronized (this) {
        if (feeding || over) {
          return;
        }
        if (!isMore()) {
          over = running.isEmpty() && lanes.isEmpty();
          if (!over) {
            return;
          }
          needless = offered;
          break;
        }
        if (running.size() + lanes.size() >= window) {
          return;
        }
        if (!left.isEmpty() || element.isInLine()) {
          if (offered != null) {
            return;
          }
          lane = new MapLane(run, scope, this, element, slotFirst);
          slotFirst = false;
          offered = lane;
        } else {
          feeding = true;
          index = next++;
          value = values[index];
          values[index] = null;
        }
      }
      if (lane != null) {
        lane.start();
        return;
      }
      launch(new Element(index), value);
      synchronized (this) {
        feeding = false;
      }
    }
    if (needless != null) {
      needless.stop();
    }
    run.step(depth, this::finish);
  }

  /** Called under the lock. */
  private boolean isMore() {
    left.removeIf(range -> range.from() > cutoff);
    return !stopped && (!left.isEmpty() || (next < size && next <= cutoff));
  }

  private void launch(Element started, @Nullable Object value) {
    Part part = element.part(value, started);
    if (!add(started, part)) {
      Part.stop(List.of(part));
    }
    part.start();
  }

  /** Notes an element that is a part of its own; false if it is to be stopped. */
  private synchronized boolean add(Element started, Part part) {
    started.part = part;
    running.add(started);
    return !stopped && started.index <= cutoff;
  }

  @Override
  public synchronized List<Part> stopping() {
    stopped = true;
    List<Part> parts = new ArrayList<>();
    for (Element each : running) {
      if (each.part != null) {
        parts.add(each.part);
      }
    }
    for (MapLane lane : lanes) {
      parts.add(lane.turn());
    }
    if (offered != null) {
      parts.add(offered.turn());
    }
    return parts;
  }

  private void failing(int index, Failure failure, boolean fatal) {
    List<Part> toStop = new ArrayList<>(0);
    boolean cancelsAll;
    synchronized (this) {
      failures.put(index, failure, fatal);
      cancelsAll = fatal && !stopped && cancelsAll() && failures.cancelAll(failure);
      if (cancelsAll) {
        cutoff = -1;
      } else if (fatal && index < cutoff) {
        cutoff = index;
      }
      if (cancelsAll || cutoff == index) {
        for (Element other : running) {
          if (other.index > cutoff && other.index != index && other.part != null) {
            toStop.add(other.part);
          }
        }
        for (MapLane lane : lanes) {
          if (lane.current() > cutoff && lane.current() != index) {
            lane.dismissed = true;
            toStop.add(lane.turn());
          }
        }
      }
    }
    if (cancelsAll) {
      ending.failing(failure);
    }
    Part.stop(toStop);
  }

  private boolean cancelsAll() {
    return caller != null && caller.def().policy().cancelsAll();
  }

  private void ended(Element element, Outcome outcome) {
    if (outcome.isValue() && !policy.takes(outcome.value())) {
      failing(element.index, nullResult(element.index), true);
    }
    synchronized (this) {
      running.remove(element);
      values[element.index] = outcome.value();
      path = PathLink.longer(path, outcome.path());
      if (outcome.failure() != null && outcome.stopped()) {
        failures.addIfAbsent(element.index, outcome.failure());
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
    synchronized (this) {
      told = failures.cancelling();
      failed = failures.all(policy, size);
      early = told == null && (stopped || (refused && failed.isEmpty()));
      found = values;
      values = new Object[0];
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

  Ending ending() {
    return ending;
  }

  /** Whether a lane that has a thread and a slot may begin; then another one may be offered. */
  boolean begins(MapLane lane) {
    synchronized (this) {
      offered = null;
      if (over || !isMore()) {
        return false;
      }
      lanes.add(lane);
    }
    return true;
  }

  /** Gives a lane elements to execute, at most so many; false if there are none left. */
  synchronized boolean claim(MapLane lane, int most) {
    // The stop of a lane mustn't hit an element that is before the failing one.
    if (stopped || lane.dismissed) {
      return false;
    }
    MapLane.Range range = left.poll();
    if (range != null) {
      lane.take(range.from(), range.to());
      return true;
    }
    int end = Math.min(size, cutoff == Integer.MAX_VALUE ? size : cutoff + 1);
    if (next >= end) {
      return steal(lane);
    }
    int share = Math.max(1, (end - next) / (2 * lanes.size()));
    int from = next;
    next += Math.min(most, share);
    lane.take(from, next);
    return true;
  }

  private boolean steal(MapLane thief) {
    MapLane victim = null;
    for (MapLane other : lanes) {
      if (other != thief && (victim == null || other.remaining() > victim.remaining())) {
        victim = other;
      }
    }
    MapLane.Range stolen = victim == null ? null : victim.giveHalf();
    if (stolen == null) {
      return false;
    }
    thief.take(stolen.from(), stolen.to());
    return true;
  }

  /** Has another lane offered if there is work for it. */
  void grow() {
    feed();
  }

  /** The element at a place, which the lane has claimed. */
  @Nullable Object[] values() {
    synchronized (this) {
      return values;
    }
  }

  /**
   * Whether nothing is gained by another lane if elements take as long as lately: they are over
   * before its thread could come, or don't wait and have all processors.
   */
  synchronized boolean isEnough(Pace pace) {
    return pace.areShort(size - next + left.size())
        || (pace.isShort() && lanes.size() >= processors);
  }

  int cutoff() {
    return cutoff;
  }

  /** Takes the result of an element; false if the map can't go on behind it. */
  boolean takes(int index, @Nullable Object value) {
    if (policy.takes(value)) {
      return true;
    }
    failing(index, nullResult(index), true);
    return false;
  }

  /** Takes the failure of an element, whose lane was or wasn't stopped before. */
  void failed(int index, Failure failure, boolean wasStopped) {
    if (wasStopped) {
      synchronized (this) {
        failures.addIfAbsent(index, failure);
      }
    } else {
      failing(index, failure, policy.isFatal(failure.thrown()));
    }
  }

  /** Has an element end for itself which has begun in a lane and is a part of its own now. */
  void spilled(int index, BodyFrame body, Element element) {
    if (!add(element, body)) {
      Part.stop(List.of(body));
    }
    body.goOn();
  }

  /** Whether a lane may go on beside the elements that are parts of their own. */
  synchronized boolean hasRoom() {
    return running.size() + lanes.size() <= window;
  }

  /** A lane has ended, or never begun. */
  void ended(MapLane lane, boolean wasStopped, @Nullable Throwable broken) {
    boolean fails = false;
    boolean othersGoOn;
    int index = 0;
    synchronized (this) {
      if (offered == lane) {
        offered = null;
      }
      boolean begun = lanes.remove(lane);
      boolean byRun = wasStopped && !lane.dismissed;
      // One that was given up may still be on its way to the next elements.
      lane.dismissed = true;
      slotFirst |= lane.lacksSlot();
      MapLane.Range rest = lane.rest();
      if (begun && rest != null && rest.from() <= cutoff) {
        left.push(rest);
      }
      if (byRun) {
        // It starts nothing more.
        left.clear();
        next = size;
      }
      path = PathLink.longer(path, lane.path());
      refused |= wasStopped && !over;
      othersGoOn = !lanes.isEmpty() || !running.isEmpty();
      if (broken != null && !othersGoOn && isMore()) {
        fails = true;
        index = next < size ? next : size - 1;
      }
    }
    if (fails && broken != null) {
      Failure failure = new Failure(broken);
      failure.passes(caller);
      failing(index, failure, true);
      synchronized (this) {
        // Nothing before it is left to be done, and nobody could do it.
        left.clear();
        next = size;
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

  /** How an element ends that is a part of its own. */
  Element element(int index) {
    return new Element(index);
  }

  /** One element that is a part of its own. */
  final class Element implements Ending {
    private final int index;
    private @Nullable Part part;

    private Element(int index) {
      this.index = index;
    }

    int index() {
      return index;
    }

    /** When the map began, so had all that its elements use. */
    long mapStart() {
      return startTime;
    }

    @Override
    public Ending outer() {
      return ending;
    }

    @Override
    public void failing(Failure failure) {
      MapFrame.this.failing(index, failure, policy.isFatal(failure.thrown()));
    }

    @Override
    public void ended(Outcome outcome) {
      MapFrame.this.ended(this, outcome);
    }

    @Override
    public int depth() {
      return depth;
    }
  }
}
