package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import dev.makespan.spi.Tolerance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a map: its elements in order, and which of them may run.
 *
 * <p>No more elements are started than can get a slot at once, so a map of a million elements needs
 * memory for its results only. A failing element stops the elements behind it, never those before;
 * the failure of the first one is the map's. In a workflow where a failure cancels all, the first
 * one in time stops all the others and is told at once.
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
  private final CallSite site;
  private final @Nullable Level caller;
  private final Ending ending;
  private final @Nullable Object elements;
  private final int window;
  private final ElementMaker maker;
  private final Supplier<MapPolicy> rule;
  private final int depth;

  /** Written before the first element is started. */
  private MapPolicy policy = MapPolicy.ALL;

  // Guarded by this.
  private @Nullable Object[] values = new Object[0];
  private int size;
  private int next;
  private final Set<Element> running = new LinkedHashSet<>();

  /** The failures that end the map. */
  private final TreeMap<Integer, Failure> failures = new TreeMap<>();

  private final TreeMap<Integer, Failure> tolerated = new TreeMap<>();
  private int cutoff = Integer.MAX_VALUE;

  /** The failure that has ended all at once; null if none does or has. */
  private @Nullable Failure cancelling;

  private boolean stopped;

  /**
   * Whether the cancelled run refused an element, so that there is no value though nobody stopped
   * us.
   */
  private boolean refused;

  private boolean feeding;
  private boolean over;
  private @Nullable PathLink path;

  private long startTime;

  /** Adds the steps for one element; returns the one whose value is the result, if there is one. */
  interface ElementWiring<E extends @Nullable Object> {
    @Nullable Step<?> wire(Body body, E element) throws Throwable;
  }

  /** Makes the part for one element. */
  private interface ElementMaker {
    Part make(@Nullable Object element, Ending ending);
  }

  private MapFrame(
      RunInfo run,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      @Nullable Object elements,
      int window,
      ElementMaker maker,
      Supplier<MapPolicy> rule) {
    this.run = run;
    this.site = site;
    this.caller = caller;
    this.ending = ending;
    this.elements = elements;
    this.window = Math.min(window, WIDEST);
    this.maker = maker;
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
    RunScope own = callee.kind() == NodeKind.MAP_TASK ? scope.inner(callee.concurrency()) : scope;
    CallSite calls = site.called(callee, Step.kindOf(callee));
    return new MapFrame(
        run,
        site,
        caller,
        before,
        ending,
        elements,
        own.width(),
        (element, end) ->
            Parts.call(run, own, calls, caller, before, end, callee, withElement(in, element)),
        rule);
  }

  /** The arguments for one element. */
  static @Nullable Object[] withElement(@Nullable Object[] in, @Nullable Object element) {
    @Nullable Object[] values = in.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Body.ELEMENT) {
        values[i] = element;
      }
    }
    return values;
  }

  /** A map whose elements have a body each. */
  // NullAway: an element is null only where E is nullable, which the generated code knows.
  @SuppressWarnings({"unchecked", "NullAway"})
  static <E extends @Nullable Object> MapFrame ofBodies(
      RunInfo run,
      RunScope scope,
      CallSite site,
      Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      Supplier<MapPolicy> rule,
      @Nullable Object elements,
      ElementWiring<E> each) {
    CallSite bodies = site.step(0, "element", RunGraph.Kind.WORKFLOW, caller.line());
    return new MapFrame(
        run,
        site,
        caller,
        before,
        ending,
        elements,
        scope.width(),
        (element, end) -> new BodyFrame(
            run, scope, bodies, def, caller, before, end, body -> each.wire(body, (E) element)),
        rule);
  }

  @Override
  public void start() {
    run.step(depth, this::read);
  }

  private void read() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    // The collection may be the user's code, which may wait.
    run.scope().handOver();
    List<@Nullable Object> read = new ArrayList<>();
    Failure broken = null;
    try {
      policy = rule.get();
      Iterator<?> each = iterator(elements);
      while (each.hasNext()) {
        read.add(each.next());
      }
    } catch (Throwable thrown) {
      broken = new Failure(thrown);
      broken.cutBelow(MapFrame.class);
      broken.passes(caller);
    }
    synchronized (this) {
      values = read.toArray();
      size = values.length;
      if (broken != null) {
        // A plain call has mapped what it read before.
        failures.put(size, broken);
      }
    }
    feed();
  }

  private static Iterator<?> iterator(@Nullable Object elements) {
    return elements instanceof BaseStream<?, ?> stream
        ? stream.iterator()
        : ((Collection<?>) Objects.requireNonNull(elements, "elements")).iterator();
  }

  /**
   * Starts as many elements as may run. One thread at a time does it; who comes meanwhile leaves it
   * to that one.
   */
  private void feed() {
    while (true) {
      int index;
      Object value;
      synchronized (this) {
        if (feeding || over) {
          return;
        }
        if (next >= size || next > cutoff || stopped) {
          over = running.isEmpty();
          if (!over) {
            return;
          }
          break;
        }
        if (running.size() >= window) {
          return;
        }
        feeding = true;
        index = next++;
        value = values[index];
        values[index] = null;
      }
      Element element = new Element(index, value);
      boolean dropped;
      synchronized (this) {
        running.add(element);
        dropped = stopped || index > cutoff;
      }
      if (dropped) {
        Part.stop(List.of(element.part));
      }
      element.launch();
      synchronized (this) {
        feeding = false;
      }
    }
    run.step(depth, this::finish);
  }

  @Override
  public synchronized List<Part> stopping() {
    stopped = true;
    return running.stream().map(element -> element.part).toList();
  }

  private void failing(Element element, Failure failure, boolean fatal) {
    List<Part> toStop = new ArrayList<>(0);
    boolean cancelsAll;
    synchronized (this) {
      (fatal ? failures : tolerated).put(element.index, failure);
      cancelsAll = fatal && cancelling == null && !stopped && cancelsAll();
      if (cancelsAll) {
        cancelling = failure;
        cutoff = -1;
        for (Element other : running) {
          if (other != element) {
            toStop.add(other.part);
          }
        }
      } else if (fatal && element.index < cutoff) {
        cutoff = element.index;
        for (Element other : running) {
          if (other.index > cutoff) {
            toStop.add(other.part);
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
      failing(element, refused(element.index), true);
    }
    synchronized (this) {
      running.remove(element);
      values[element.index] = outcome.value();
      path = PathLink.longer(path, outcome.path());
      if (outcome.failure() != null && outcome.stopped()) {
        failures.putIfAbsent(element.index, outcome.failure());
      }
      refused |= outcome.failure() == null && outcome.stopped();
    }
    feed();
  }

  private Failure refused(int index) {
    Failure failure = new Failure(Tolerance.nullResult(index));
    failure.cutBelow(MapFrame.class);
    failure.passes(caller);
    return failure;
  }

  private void finish() {
    boolean early;
    @Nullable Object[] found;
    PathLink longest;
    List<Failure> failed;
    Failure told;
    synchronized (this) {
      told = cancelling;
      failed = new ArrayList<>(failures.values());
      if (told != null) {
        failed.remove(told);
        failed.add(0, told);
      }
      if (!failed.isEmpty() || !policy.allows(tolerated.size(), size)) {
        failed.addAll(tolerated.values());
      }
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

  /** One element while it runs. */
  private final class Element implements Ending {
    private final int index;
    private final Part part;

    Element(int index, @Nullable Object value) {
      this.index = index;
      this.part = maker.make(value, this);
    }

    void launch() {
      part.start();
    }

    @Override
    public void failing(Failure failure) {
      MapFrame.this.failing(this, failure, policy.isFatal(failure.thrown()));
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
