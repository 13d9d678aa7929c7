package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source that a run executes, and what it knows of all executions there.
 *
 * <p>Its lock guards its children and figures; no other lock is taken under it.
 */
final class CallSite {
  private static final CallSite[] NONE = {};

  private final @Nullable CallSite parent;
  private final String title;
  private final RunGraph.Kind kind;
  private final String file;
  private final int line;
  private final @Nullable TaskDef<?> def;

  /** The steps of the body that is executed here, by position; gaps are null. */
  private volatile @Nullable CallSite[] steps = NONE;

  /** Written under the lock. */
  private volatile @Nullable BodyShape shape;

  // Guarded by this.
  private List<CallSite> called = List.of();
  private long count;
  private long failures;
  private long firstStart = Long.MAX_VALUE;
  private long lastEnd = Long.MIN_VALUE;
  private long nanos;
  private long poolNanos;
  private long backoffNanos;

  private CallSite(
      @Nullable CallSite parent,
      String title,
      RunGraph.Kind kind,
      String file,
      int line,
      @Nullable TaskDef<?> def) {
    this.parent = parent;
    this.title = title;
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.def = def;
  }

  /** The root of a run. */
  static CallSite root(TaskDef<?> def, RunGraph.Kind kind) {
    return new CallSite(null, def.title(), kind, def.body().file(), def.line(), def);
  }

  /** The call at a position of a workflow's body. */
  CallSite step(int position, TaskDef<?> callee, RunGraph.Kind kindOfStep, int lineOfStep) {
    @Nullable CallSite[] known = steps;
    CallSite step = position < known.length ? known[position] : null;
    return step != null
        ? step
        : add(position, new CallSite(this, callee.title(), kindOfStep, file, lineOfStep, callee));
  }

  /** Something at a position of a workflow's body that isn't a call of a method. */
  CallSite step(int position, String nameOfStep, RunGraph.Kind kindOfStep, int lineOfStep) {
    @Nullable CallSite[] known = steps;
    CallSite step = position < known.length ? known[position] : null;
    return step != null
        ? step
        : add(position, new CallSite(this, nameOfStep, kindOfStep, file, lineOfStep, null));
  }

  private synchronized CallSite add(int position, CallSite made) {
    @Nullable CallSite[] known = steps;
    if (position >= known.length) {
      BodyShape form = shape;
      int expected = form == null ? 0 : form.size();
      int size = Math.max(expected, Math.max(position + 1, known.length * 3 / 2));
      known = Arrays.copyOf(known, size);
    }
    CallSite other = known[position];
    if (other != null) {
      return other;
    }
    known[position] = made;
    steps = known;
    return made;
  }

  /**
   * What a dynamic calls, or a map does with each element. A method that is called inside itself
   * shares the site of the outer call, so that recursion doesn't make the tree deep.
   */
  CallSite called(TaskDef<?> callee, RunGraph.Kind kindOfCall) {
    for (CallSite outer = this; outer != null; outer = outer.parent) {
      if (outer.is(callee, kindOfCall)) {
        return outer;
      }
    }
    synchronized (this) {
      for (CallSite each : called) {
        if (each.is(callee, kindOfCall)) {
          return each;
        }
      }
      CallSite made = new CallSite(
          this, callee.title(), kindOfCall, callee.body().file(), callee.line(), callee);
      List<CallSite> more = new ArrayList<>(called);
      more.add(made);
      called = more;
      return made;
    }
  }

  private boolean is(TaskDef<?> callee, RunGraph.Kind kindOfCall) {
    return def != null && callee.equals(def) && kind == kindOfCall;
  }

  /** Says what the steps here wait for. */
  void shape(BodyShape known) {
    if (shape != known) {
      synchronized (this) {
        shape = known;
      }
    }
  }

  synchronized void started(long now) {
    count++;
    firstStart = Math.min(firstStart, now);
  }

  synchronized void ended(long now, long took, boolean failed) {
    lastEnd = Math.max(lastEnd, now);
    nanos += took;
    if (failed) {
      failures++;
    }
  }

  /** Notes that an execution has failed whose end told of no failure. */
  synchronized void failed() {
    failures++;
  }

  /** Notes what an execution has waited for before its attempts, in nanoseconds. */
  synchronized void waited(long forPool, long forBackoff) {
    poolNanos += forPool;
    backoffNanos += forBackoff;
  }

  /** Notes executions that have ended. */
  synchronized void ran(int times, long start, long end, long took, int failed) {
    count += times;
    firstStart = Math.min(firstStart, start);
    lastEnd = Math.max(lastEnd, end);
    nanos += took;
    failures += failed;
  }

  /**
   * The names from the root down to this site. Made when asked for: workflows may be nested deep.
   */
  String id() {
    ArrayDeque<String> path = new ArrayDeque<>();
    for (CallSite site = this; site != null; site = site.parent) {
      path.addFirst(site.name());
    }
    return String.join("/", path);
  }

  /** The title, with a number if others beside it have the same. */
  String name() {
    if (parent == null) {
      return title;
    }
    IdentityHashMap<CallSite, String> names = parent.names();
    String name = names.get(this);
    return name == null ? title : name;
  }

  private IdentityHashMap<CallSite, String> names() {
    IdentityHashMap<CallSite, String> names = new IdentityHashMap<>();
    Map<String, Integer> taken = new HashMap<>();
    for (CallSite each : children()) {
      String last;
      int same;
      do {
        same = taken.merge(each.title, 1, Integer::sum);
        last = same == 1 ? each.title : each.title + "#" + same;
        // Somebody may be called like the second of another name.
      } while (same > 1 && taken.putIfAbsent(last, 1) != null);
      names.put(each, last);
    }
    return names;
  }

  private List<CallSite> children() {
    List<CallSite> children = new ArrayList<>();
    @Nullable CallSite[] known = steps;
    synchronized (this) {
      for (CallSite each : known) {
        if (each != null) {
          children.add(each);
        }
      }
      children.addAll(called);
    }
    return children;
  }

  /**
   * A site with what names it.
   *
   * @param parent the id of the site around it; empty for the root
   */
  record Named(CallSite site, String id, String parent, String name) {
    RunGraph.Node node() {
      return new RunGraph.Node(id, parent, name, site.kind, site.file, site.line);
    }
  }

  /** This site, which is the root, and all below it, each before what is part of it. */
  List<Named> all() {
    List<Named> sites = new ArrayList<>();
    ArrayDeque<Named> open = new ArrayDeque<>();
    String id = id();
    open.push(new Named(this, id, parent == null ? "" : parent.id(), name()));
    while (!open.isEmpty()) {
      Named site = open.pop();
      sites.add(site);
      IdentityHashMap<CallSite, String> names = site.site.names();
      List<CallSite> below = site.site.children();
      for (int i = below.size() - 1; i >= 0; i--) {
        String name = names.getOrDefault(below.get(i), below.get(i).title);
        open.push(new Named(below.get(i), site.id + "/" + name, site.id, name));
      }
    }
    return sites;
  }

  /** What the steps of all these sites wait for, in the order of the sites. */
  static List<RunGraph.Edge> edges(List<Named> sites) {
    IdentityHashMap<CallSite, String> ids = new IdentityHashMap<>();
    for (Named each : sites) {
      ids.put(each.site, each.id);
    }
    IdentityHashMap<CallSite, List<RunGraph.Edge>> edgesTo = new IdentityHashMap<>();
    for (Named each : sites) {
      each.site.edges(ids, edgesTo);
    }
    List<RunGraph.Edge> edges = new ArrayList<>();
    for (Named each : sites) {
      edges.addAll(edgesTo.getOrDefault(each.site, List.of()));
    }
    return edges;
  }

  private void edges(
      IdentityHashMap<CallSite, String> ids,
      IdentityHashMap<CallSite, List<RunGraph.Edge>> edgesTo) {
    BodyShape known = shape;
    if (known == null) {
      return;
    }
    for (BodyShape.Link link : known.links()) {
      CallSite step = at(link.step());
      CallSite input = at(link.input());
      String to = ids.get(step);
      String from = ids.get(input);
      if (step != null && from != null && to != null) {
        edgesTo
            .computeIfAbsent(step, unused -> new ArrayList<>())
            .add(new RunGraph.Edge(from, to, link.reason()));
      }
    }
  }

  private @Nullable CallSite at(int position) {
    @Nullable CallSite[] known = steps;
    return position < known.length ? known[position] : null;
  }

  /** What is known of this site, with times from the start of the run. */
  synchronized Figures figures() {
    return new Figures(count, failures, firstStart, lastEnd, nanos, poolNanos, backoffNanos);
  }

  RunGraph.Kind kind() {
    return kind;
  }

  int line() {
    return line;
  }

  /** The figures of a site at one moment. The times are the engine's. */
  record Figures(
      long count,
      long failures,
      long firstStart,
      long lastEnd,
      long nanos,
      long poolNanos,
      long backoffNanos) {}
}
