package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow's body, to which the generated code adds the steps. What may run when
 * is decided by its {@link Steps}.
 */
public final class Body implements Part {
  /** Stands for the element in the arguments of a mapped call. */
  public static final Object ELEMENT = new Object();

  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final TaskDef<?> def;
  private final @Nullable Level caller;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final Wiring wiring;
  private final int depth;

  private final Steps steps = new Steps();

  // Written when the wiring is done.
  private @Nullable Step<?> result;
  private long startTime;

  /** Adds the steps. */
  interface Wiring {
    @Nullable Step<?> wire(Body body) throws Throwable;
  }

  Body(
      RunInfo run,
      RunScope scope,
      CallSite site,
      TaskDef<?> def,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      Wiring wiring) {
    this.run = run;
    this.scope = scope;
    this.site = site;
    this.def = def;
    this.caller = caller;
    this.before = before;
    this.ending = ending;
    this.wiring = wiring;
    this.depth = ending.depth() + 1;
  }

  // What generated code calls.

  /**
   * Adds a call of an annotated method that returns something.
   *
   * @param in its arguments: steps of this body, which are waited for, or values; for an instance
   *     method the receiver comes first
   */
  public <R extends @Nullable Object> Step<R> call(
      TaskDef<R> callee, int line, @Nullable Object... in) {
    CallSite at = site.step(steps.size(), callee, Step.kindOf(callee), line);
    return add(at, caller(callee, line, in), in, false);
  }

  /** Adds a call of an annotated method that returns nothing. */
  public void fence(TaskDef<Void> callee, int line, @Nullable Object... in) {
    CallSite at = site.step(steps.size(), callee, Step.kindOf(callee), line);
    this.<Void>add(at, caller(callee, line, in), in, true);
  }

  /**
   * Adds a pure expression.
   *
   * @param name the local that it gives its value to, for the report
   * @param waitsFor the steps whose values it reads
   */
  public <R extends @Nullable Object> Step<R> eval(
      String name, int line, Expression<R> expression, Step<?>... waitsFor) {
    CallSite at = site.step(steps.size(), name, RunGraph.Kind.EXPRESSION, line);
    return add(
        at,
        step -> new UserCall(
            run,
            scope,
            at,
            new Level(def, line),
            PathLink.longer(before, step.base),
            step,
            UserCall.expression(expression, def, name)),
        waitsFor,
        false);
  }

  /**
   * Adds a map of one call over a collection.
   *
   * @param list the collection, or the step that gives it
   * @param in the arguments of the call, with {@link #ELEMENT} where the element goes
   */
  public <R extends @Nullable Object> Step<List<R>> map(
      TaskDef<R> callee, int line, @Nullable Object list, @Nullable Object... in) {
    CallSite at = site.step(steps.size(), "map", RunGraph.Kind.MAP, line);
    @Nullable Object[] all = new Object[in.length + 1];
    all[0] = list;
    System.arraycopy(in, 0, all, 1, in.length);
    return add(
        at,
        step -> {
          @Nullable Object[] values = values(in);
          return MapFrame.ofCall(
              run,
              scope,
              at,
              new Level(def, line),
              PathLink.longer(before, step.base),
              step,
              callee,
              valueOf(list),
              values);
        },
        all,
        false);
  }

  /**
   * Adds a map whose elements need more than one call.
   *
   * @param list the collection, or the step that gives it
   * @param each what is done with an element
   * @param waitsFor the steps whose values {@code each} reads
   */
  public <E extends @Nullable Object, R extends @Nullable Object> Step<List<R>> each(
      String name, int line, @Nullable Object list, Each<E, R> each, Step<?>... waitsFor) {
    CallSite at = site.step(steps.size(), name, RunGraph.Kind.MAP, line);
    @Nullable Object[] all = new Object[waitsFor.length + 1];
    all[0] = list;
    System.arraycopy(waitsFor, 0, all, 1, waitsFor.length);
    return add(
        at,
        step -> MapFrame.ofBodies(
            run,
            scope,
            at,
            new Level(def, line),
            PathLink.longer(before, step.base),
            step,
            def,
            valueOf(list),
            each),
        all,
        false);
  }

  /** A value that is at hand, as a step, for a body that returns it. */
  public <R extends @Nullable Object> Step<R> value(R constant) {
    Step<R> step = new Step<>(this, -1, site, null);
    step.endAtOnce(constant);
    return step;
  }

  // Wiring.

  private Step.Maker caller(TaskDef<?> callee, int line, @Nullable Object[] in) {
    return step -> Parts.call(
        run,
        scope,
        step.site,
        new Level(def, line),
        PathLink.longer(before, step.base),
        step,
        callee,
        values(in));
  }

  private <R extends @Nullable Object> Step<R> add(
      CallSite at, Step.Maker maker, @Nullable Object[] in, boolean isFence) {
    Step<R> step = new Step<>(this, steps.size(), at, maker);
    steps.add(step, in, isFence);
    return step;
  }

  private @Nullable Object[] values(@Nullable Object[] in) {
    @Nullable Object[] values = in.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = valueOf(values[i]);
    }
    return values;
  }

  private @Nullable Object valueOf(@Nullable Object argument) {
    return argument instanceof Step<?> input && input.body == this ? input.value() : argument;
  }

  // The end.

  int depth() {
    return depth;
  }

  @Override
  public void start() {
    run.step(depth, this::wire);
  }

  private void wire() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    Failure broken = null;
    try {
      result = wiring.wire(this);
    } catch (VirtualMachineError noMemoryOrStack) {
      // No telling which steps were added.
      throw noMemoryOrStack;
    } catch (Throwable thrown) {
      // Nothing of the user's runs here but the unboxing of arguments, as in a call of the plain
      // method.
      broken = new Failure(thrown);
      broken.passes(caller);
    }
    goOn(steps.wired(broken));
  }

  @Override
  public List<Part> stopping() {
    Steps.Change change = steps.stop();
    List<Part> running = running(change.steps());
    if (change.over()) {
      run.step(depth, this::finish);
    }
    return running;
  }

  void failing(Step<?> step, Failure failure) {
    Part.stop(running(steps.failing(step, failure)));
  }

  /** The parts of steps that are to be stopped. */
  private static List<Part> running(List<Step<?>> steps) {
    List<Part> parts = new ArrayList<>(steps.size());
    for (Step<?> step : steps) {
      parts.addAll(step.stopping());
    }
    return parts;
  }

  void ended(Step<?> step, Outcome outcome) {
    Steps.Change change = steps.ended(step, outcome);
    goOn(step.leave(change.steps()) ? new Steps.Change(List.of(), change.over()) : change);
  }

  private void goOn(Steps.Change change) {
    launch(change.steps());
    if (change.over()) {
      run.step(depth, this::finish);
    }
  }

  /** Starts steps, and in turn those that got ready since one of them ended at once. */
  private static void launch(List<Step<?>> ready) {
    ArrayDeque<Step<?>> open = new ArrayDeque<>(ready);
    for (Step<?> next = open.poll(); next != null; next = open.poll()) {
      open.addAll(next.launch());
    }
  }

  private void finish() {
    Steps.End end = steps.end();
    Failure failure = null;
    for (Failure each : end.failures()) {
      failure = Failure.first(failure, each);
    }
    long now = run.scope().nanoTime();
    site.ended(now, now - startTime, failure != null);
    if (failure != null) {
      failure.passes(caller);
      if (!end.early()) {
        ending.failing(failure);
      }
    }
    Step<?> last = result;
    Object value = failure != null || end.early() || last == null ? null : last.value();
    PathLink path = PathLink.longer(before, end.path());
    ending.ended(new Outcome(value, failure, end.early(), path));
  }
}
