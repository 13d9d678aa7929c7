package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a map: its elements in order, and which of them may run.
 *
 * <p>No more elements are started than can get a slot at once, so a map of a million elements needs
 * memory for its results only. A failing element stops the elements behind it, never those before;
 * the failure of the first one is the map's.
 *
 * <p>The lock is this object; it guards the fields marked so, and no code outside this class runs
 * under it.
 */
final class MapFrame implements Part {
  private final RunInfo run;
  private final CallSite site;
  private final Ending ending;
  private final @Nullable Object elements;
  private final int window;
  private final ElementMaker maker;

  // Guarded by this.
  private @Nullable Object[] values = new Object[0];
  private int size;
  private int next;
  private final Set<Element> running = new HashSet<>();
  private final TreeMap<Integer, Failure> failures = new TreeMap<>();
  private int cutoff = Integer.MAX_VALUE;
  private boolean stopped;
  private boolean feeding;
  private boolean over;
  private @Nullable PathLink path;

  private long startTime;

  /** Makes the part for one element. */
  private interface ElementMaker {
    Part make(@Nullable Object element, Ending ending);
  }

  private MapFrame(
      RunInfo run,
      CallSite site,
      @Nullable PathLink before,
      Ending ending,
      @Nullable Object elements,
      int window,
      ElementMaker maker) {
    this.run = run;
    this.site = site;
    this.ending = ending;
    this.elements = elements;
    this.window = window;
    this.maker = maker;
    this.path = before;
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
      @Nullable Object elements,
      @Nullable Object[] in) {
    RunScope own = callee.kind() == NodeKind.MAP_TASK ? scope.inner(callee.concurrency()) : scope;
    CallSite calls = site.called(callee, Step.kindOf(callee));
    return new MapFrame(
        run,
        site,
        before,
        ending,
        elements,
        own.width(),
        (element, end) ->
            Parts.call(run, own, calls, caller, before, end, callee, withElement(in, element)));
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
  static <E extends @Nullable Object, R extends @Nullable Object> MapFrame ofBodies(
      RunInfo run,
      RunScope scope,
      CallSite site,
      Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      @Nullable Object elements,
      Each<E, R> each) {
    CallSite bodies = site.step(0, "element", RunGraph.Kind.WORKFLOW, caller.line());
    return new MapFrame(
        run,
        site,
        before,
        ending,
        elements,
        scope.width(),
        (element, end) -> new Body(
            run, scope, bodies, def, caller, before, end, body -> each.wire(body, (E) element)));
  }

  @Override
  public void start() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    @Nullable Object[] all;
    try {
      all = ((Collection<?>) Objects.requireNonNull(elements, "elements")).toArray();
    } catch (Throwable thrown) {
      all = new Object[0];
      synchronized (this) {
        failures.put(-1, new Failure(thrown));
        cutoff = -1;
      }
    }
    synchronized (this) {
      values = all;
      size = all.length;
    }
    feed();
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
        element.stop();
      }
      element.launch();
      synchronized (this) {
        feeding = false;
      }
    }
    finish();
  }

  @Override
  public void stop() {
    List<Element> toStop;
    synchronized (this) {
      stopped = true;
      toStop = new ArrayList<>(running);
    }
    for (Element element : toStop) {
      element.stop();
    }
  }

  private void failing(Element element, Failure failure) {
    List<Element> toStop = new ArrayList<>(0);
    synchronized (this) {
      failures.put(element.index, failure);
      if (element.index < cutoff) {
        cutoff = element.index;
        for (Element other : running) {
          if (other.index > cutoff) {
            toStop.add(other);
          }
        }
      }
    }
    for (Element other : toStop) {
      other.stop();
    }
  }

  private void ended(Element element, Outcome outcome) {
    synchronized (this) {
      running.remove(element);
      values[element.index] = outcome.value();
      path = PathLink.longer(path, outcome.path());
      if (outcome.failure() != null) {
        failures.putIfAbsent(element.index, outcome.failure());
      }
    }
    feed();
  }

  private void finish() {
    Failure failure = null;
    boolean early;
    @Nullable Object[] found;
    PathLink longest;
    synchronized (this) {
      for (Failure each : failures.values()) {
        if (failure == null) {
          failure = each;
        } else {
          failure.suppress(each);
        }
      }
      early = stopped;
      found = values;
      values = new Object[0];
      longest = path;
    }
    long now = run.scope().nanoTime();
    site.ended(now, now - startTime, failure != null);
    if (failure != null && !early) {
      ending.failing(failure);
    }
    List<?> list =
        failure != null || early ? null : Collections.unmodifiableList(Arrays.asList(found));
    ending.ended(new Outcome(list, failure, early, longest));
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

    void stop() {
      part.stop();
    }

    @Override
    public void failing(Failure failure) {
      MapFrame.this.failing(this, failure);
    }

    @Override
    public void ended(Outcome outcome) {
      MapFrame.this.ended(this, outcome);
    }
  }
}
