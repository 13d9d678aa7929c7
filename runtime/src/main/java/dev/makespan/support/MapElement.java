package dev.makespan.support;

import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** What a map does with each element. Immutable. */
final class MapElement {
  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final @Nullable Level caller;
  private final @Nullable PathLink before;
  private final TaskDef<?> def;
  private final Nodes nodes;
  private final int number;
  private final @Nullable Object[] in;

  /** Where the element goes, if that is one place; else -1. */
  private final int at;

  private final BodyShape.@Nullable Place place;

  /** Whether the body is a part of the caller's, rather than a method's. */
  private final boolean each;

  /** Null for the body of a method. */
  private final BodyFrame.@Nullable Wiring wiring;

  /** Whether each element has a limit of its own. */
  private final boolean ownLimit;

  private MapElement(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      TaskDef<?> def,
      @Nullable Object[] in,
      BodyShape.@Nullable Place place,
      BodyFrame.@Nullable Wiring wiring,
      boolean each) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.caller = caller;
    this.before = before;
    this.def = def;
    this.nodes = (Nodes) def.body();
    this.number = def.number();
    this.in = in;
    this.at = place(in);
    this.place = place;
    this.wiring = wiring;
    this.each = each;
    this.ownLimit =
        place != null && !each && scope.inner(def.maxParallelism()).limit() != scope.limit();
  }

  private static int place(@Nullable Object[] in) {
    int found = -1;
    for (int i = 0; i < in.length; i++) {
      if (in[i] == Body.ELEMENT) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  /** A call of a method; {@link Body#ELEMENT} stands where the element goes. */
  static MapElement call(
      RunInfo run,
      RunScope scope,
      CallSite calls,
      @Nullable Level caller,
      @Nullable PathLink before,
      TaskDef<?> callee,
      @Nullable Object[] in) {
    if (callee.kind() != NodeKind.WORKFLOW) {
      return new MapElement(run, scope, calls, caller, before, callee, in, null, null, false);
    }
    BodyShape.Place place = ((Nodes) callee.body()).place(callee.number());
    return new MapElement(run, scope, calls, caller, before, callee, in, place, null, false);
  }

  /** A body. */
  // NullAway: an element is null only where E is nullable, which the generated code knows.
  @SuppressWarnings({"unchecked", "NullAway"})
  static <E extends @Nullable Object> MapElement body(
      RunInfo run,
      RunScope scope,
      CallSite bodies,
      Level caller,
      @Nullable PathLink before,
      TaskDef<?> def,
      BodyShape.Place place,
      MapFrame.ElementWiring<E> each) {
    return new MapElement(
        run,
        scope,
        bodies,
        caller,
        before,
        def,
        new Object[0],
        place,
        (body, element) -> each.wire(body, (E) element),
        true);
  }

  /** Whether an element can be executed on one thread, call after call, as far as is known. */
  boolean isInLine() {
    if (run.isWatched()) {
      return run.isOnlyKept() && isTask() && def.policy().isPlain();
    }
    if (place != null) {
      BodyShape shape = place.shape();
      return shape != null && shape.isStraight() && (each || def.policy().isPlain());
    }
    return isTask() && def.policy().isPlain();
  }

  /** Whether it is one call of a task. */
  boolean isTask() {
    return def.kind() == NodeKind.TASK || def.kind() == NodeKind.MAP_TASK;
  }

  /** Who keeps the executions; null if nobody does. */
  @Nullable Observer keeper() {
    return run.observer();
  }

  RunInfo run() {
    return run;
  }

  RunScope scope() {
    return scope;
  }

  TaskDef<?> def() {
    return def;
  }

  /** How long its method took lately. */
  Pace pace() {
    return nodes.pace(number);
  }

  CallSite site() {
    return site;
  }

  @Nullable Level caller() {
    return caller;
  }

  @Nullable PathLink before() {
    return before;
  }

  /**
   * A lane that executes elements which are {@link #isInLine}.
   *
   * @param withSlot whether it waits for a slot before it gets a thread
   */
  MapLane lane(MapFrame map, boolean withSlot) {
    return isTask()
        ? new TaskLane(run, scope, map, this, withSlot)
        : new BodyLane(run, scope, map, this, withSlot);
  }

  /** The part that executes an element. */
  Part part(@Nullable Object element, Ending ending) {
    return each
        ? frame(element, ending)
        : Parts.call(run, scope, site, caller, before, ending, def, arguments(element));
  }

  /** The body that executes an element, if it is {@link #isInLine} and no task. */
  BodyFrame frame(@Nullable Object element, Ending ending) {
    if (place == null) {
      throw new IllegalStateException("not a body: " + def);
    }
    return new BodyFrame(
        run,
        ownLimit ? scope.inner(def.maxParallelism()) : scope,
        site,
        def,
        place,
        caller,
        before,
        ending,
        wiring,
        each ? element : arguments(element));
  }

  /** The arguments for one element. */
  @Nullable Object[] arguments(@Nullable Object element) {
    @Nullable Object[] values = in.clone();
    fill(values, element);
    return values;
  }

  /** Puts an element where it goes. */
  private void fill(@Nullable Object[] values, @Nullable Object element) {
    for (int i = 0; i < in.length; i++) {
      if (in[i] == Body.ELEMENT) {
        values[i] = element;
      }
    }
  }

  /**
   * Calls the method.
   *
   * @param arguments gets the element where it goes
   */
  @Nullable Object call(@Nullable Object[] arguments, @Nullable Object element) throws Throwable {
    if (at >= 0) {
      arguments[at] = element;
    } else {
      fill(arguments, element);
    }
    return nodes.call(number, arguments);
  }

  @Nullable Object[] newArguments() {
    return in.clone();
  }
}
