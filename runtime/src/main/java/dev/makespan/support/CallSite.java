package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source that a run executes, and what it knows of all executions there.
 *
 * <p>Its lock guards its children and figures; no other lock is taken under it.
 */
final class CallSite {
  private final @Nullable CallSite parent;
  private final String name;
  private final RunGraph.Kind kind;
  private final String file;
  private final int line;
  private final @Nullable TaskDef<?> def;

  private final Map<Object, CallSite> children = new LinkedHashMap<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<CallSite, RunGraph.Reason> inputs = new LinkedHashMap<>();
  private long count;
  private long failures;
  private long firstStart = Long.MAX_VALUE;
  private long lastEnd = Long.MIN_VALUE;
  private long nanos;

  private CallSite(
      @Nullable CallSite parent,
      String name,
      RunGraph.Kind kind,
      String file,
      int line,
      @Nullable TaskDef<?> def) {
    this.parent = parent;
    this.name = name;
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.def = def;
  }

  /** The root of a run. */
  static CallSite root(TaskDef<?> def, RunGraph.Kind kind) {
    return new CallSite(null, def.title(), kind, def.body().file(), def.line(), def);
  }

  /** The child with this key; made on first use. */
  private synchronized CallSite child(Object key, Supplier<CallSite> make) {
    CallSite child = children.get(key);
    if (child == null) {
      child = make.get();
      children.put(key, child);
    }
    return child;
  }

  /** The call at a position of a workflow's body. */
  CallSite step(int position, TaskDef<?> callee, RunGraph.Kind kindOfStep, int lineOfStep) {
    return child(position, () -> make(callee.title(), kindOfStep, file, lineOfStep, callee));
  }

  /** Something at a position of a workflow's body that isn't a call of a method. */
  CallSite step(int position, String nameOfStep, RunGraph.Kind kindOfStep, int lineOfStep) {
    return child(position, () -> make(nameOfStep, kindOfStep, file, lineOfStep, null));
  }

  /**
   * What a dynamic calls, or a map does with each element. A method that is called inside itself
   * shares the site of the outer call, so that recursion doesn't make the tree deep.
   */
  CallSite called(TaskDef<?> callee, RunGraph.Kind kindOfCall) {
    for (CallSite outer = this; outer != null; outer = outer.parent) {
      if (callee.equals(outer.def) && outer.kind == kindOfCall) {
        return outer;
      }
    }
    return child(
        callee,
        () -> make(callee.title(), kindOfCall, callee.body().file(), callee.line(), callee));
  }

  private CallSite make(
      String nameOfChild,
      RunGraph.Kind kindOfChild,
      String fileOfChild,
      int lineOfChild,
      @Nullable TaskDef<?> callee) {
    String last;
    int same;
    do {
      same = names.merge(nameOfChild, 1, Integer::sum);
      last = same == 1 ? nameOfChild : nameOfChild + "#" + same;
      // Somebody may be called like the second of another name.
    } while (same > 1 && names.putIfAbsent(last, 1) != null);
    return new CallSite(this, last, kindOfChild, fileOfChild, lineOfChild, callee);
  }

  synchronized void waitsFor(CallSite input, RunGraph.Reason reason) {
    inputs.putIfAbsent(input, reason);
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

  /**
   * The names from the root down to this site. Made when asked for: workflows may be nested deep.
   */
  String id() {
    ArrayDeque<String> path = new ArrayDeque<>();
    for (CallSite site = this; site != null; site = site.parent) {
      path.addFirst(site.name);
    }
    return String.join("/", path);
  }

  String name() {
    return name;
  }

  /** This site and all below it, each before what is part of it. */
  List<CallSite> all() {
    List<CallSite> sites = new ArrayList<>();
    ArrayDeque<CallSite> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      CallSite site = open.pop();
      sites.add(site);
      List<CallSite> below = site.children();
      for (int i = below.size() - 1; i >= 0; i--) {
        open.push(below.get(i));
      }
    }
    return sites;
  }

  private synchronized List<CallSite> children() {
    return List.copyOf(children.values());
  }

  RunGraph.Node node() {
    return new RunGraph.Node(id(), parent == null ? "" : parent.id(), name, kind, file, line);
  }

  synchronized List<RunGraph.Edge> edges() {
    List<RunGraph.Edge> edges = new ArrayList<>();
    inputs.forEach((input, reason) -> edges.add(new RunGraph.Edge(input.id(), id(), reason)));
    return edges;
  }

  /** What is known of this site, with times from the start of the run. */
  synchronized Figures figures() {
    return new Figures(this, count, failures, firstStart, lastEnd, nanos);
  }

  RunGraph.Kind kind() {
    return kind;
  }

  int line() {
    return line;
  }

  /** The figures of a site at one moment. The times are the engine's. */
  record Figures(
      CallSite site, long count, long failures, long firstStart, long lastEnd, long nanos) {}
}
