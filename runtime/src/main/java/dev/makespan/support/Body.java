package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow's body: its steps in program order, and which of them may run.
 *
 * <p>The rules: a step starts when the steps that it waits for have ended with a value. A fence
 * waits for every step above it, and every step below waits for the fence. A failing step drops and
 * stops the steps below it, never those above; when all have ended, the failure of the topmost one
 * is the body's, and the others are suppressed in it.
 *
 * <p>States: being wired, until the generated method has added the last step; running; ended, when
 * every step has. The lock is this object; it guards the fields marked so, and no code outside this
 * class runs under it.
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

  // Guarded by this.
  private List<Step<?>> steps = new ArrayList<>();
  private final List<StepFailure> failures = new ArrayList<>(0);
  private @Nullable Step<?> fence;
  private int afterFence;
  private int cutoff = Integer.MAX_VALUE;
  private int unended;
  private boolean wired;
  private boolean stopped;

  /**
   * Whether the cancelled run refused a step, so that there is no value though nobody stopped us.
   */
  private boolean refused;

  // Written when the wiring is done.
  private @Nullable Step<?> result;
  private long startTime;

  /** Adds the steps. */
  interface Wiring {
    @Nullable Step<?> wire(Body body) throws Throwable;
  }

  private record StepFailure(int position, Failure failure) {}

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
    CallSite at = site.step(size(), callee, Step.kindOf(callee), line);
    return add(at, caller(callee, line, in), in, false);
  }

  /** Adds a call of an annotated method that returns nothing. */
  public void fence(TaskDef<Void> callee, int line, @Nullable Object... in) {
    CallSite at = site.step(size(), callee, Step.kindOf(callee), line);
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
    CallSite at = site.step(size(), name, RunGraph.Kind.EXPRESSION, line);
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
    CallSite at = site.step(size(), "map", RunGraph.Kind.MAP, line);
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
    CallSite at = site.step(size(), name, RunGraph.Kind.MAP, line);
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

  private synchronized int size() {
    return steps.size();
  }

  private <R extends @Nullable Object> Step<R> add(
      CallSite at, Step.Maker maker, @Nullable Object[] in, boolean isFence) {
    Step<R> step;
    boolean ready;
    synchronized (this) {
      step = new Step<>(this, steps.size(), at, maker);
      steps.add(step);
      if (stopped || step.position > cutoff) {
        step.state = Step.State.ENDED;
        return step;
      }
      unended++;
      for (Object argument : in) {
        if (argument instanceof Step<?> input && input.body == this) {
          at.waitsFor(input.site, RunGraph.Reason.DATA);
          waitFor(step, input);
        }
      }
      if (fence != null) {
        at.waitsFor(fence.site, RunGraph.Reason.FENCE);
        waitFor(step, fence);
      }
      if (isFence) {
        for (int i = afterFence; i < step.position; i++) {
          at.waitsFor(steps.get(i).site, RunGraph.Reason.FENCE);
          waitFor(step, steps.get(i));
        }
        fence = step;
        afterFence = step.position + 1;
      }
      ready = step.waits == 0;
      if (ready) {
        step.state = Step.State.STARTED;
      }
    }
    if (ready) {
      launch(List.of(step));
    }
    return step;
  }

  private static void waitFor(Step<?> step, Step<?> input) {
    if (input.state == Step.State.ENDED) {
      step.base = PathLink.longer(step.base, input.path);
    } else {
      input.dependents.add(step);
      step.waits++;
    }
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

  // States.

  @Override
  public void start() {
    startTime = run.scope().nanoTime();
    site.started(startTime);
    Failure broken = null;
    try {
      result = wiring.wire(this);
    } catch (Throwable thrown) {
      // Nothing of the user's runs here but the unboxing of arguments, as in a call of the plain
      // method.
      broken = new Failure(thrown);
      broken.passes(caller);
    }
    boolean over;
    synchronized (this) {
      if (broken != null) {
        failures.add(new StepFailure(steps.size(), broken));
      }
      wired = true;
      over = unended == 0;
    }
    if (over) {
      finish();
    }
  }

  @Override
  public void stop() {
    List<Step<?>> running;
    boolean over;
    synchronized (this) {
      if (stopped) {
        return;
      }
      stopped = true;
      boolean open = unended > 0;
      running = drop(-1);
      // All that was left may have waited for a step that the cancelled run refused to start.
      over = wired && open && unended == 0;
    }
    stopAll(running);
    if (over) {
      finish();
    }
  }

  /**
   * Ends the waiting steps below a position and returns the started ones. Called under the lock.
   */
  private List<Step<?>> drop(int position) {
    List<Step<?>> running = new ArrayList<>(0);
    for (int i = position + 1; i < steps.size(); i++) {
      Step<?> step = steps.get(i);
      if (step.state == Step.State.WAITING) {
        step.state = Step.State.ENDED;
        unended--;
      } else if (step.state == Step.State.STARTED) {
        running.add(step);
      }
    }
    return running;
  }

  private static void stopAll(List<Step<?>> running) {
    for (Step<?> step : running) {
      step.stop();
    }
  }

  void failing(Step<?> step, Failure failure) {
    List<Step<?>> running = List.of();
    synchronized (this) {
      failures.add(new StepFailure(step.position, failure));
      if (step.position < cutoff) {
        cutoff = step.position;
        running = drop(cutoff);
      }
    }
    stopAll(running);
  }

  void ended(Step<?> step, Outcome outcome) {
    List<Step<?>> ready = new ArrayList<>(0);
    boolean over;
    synchronized (this) {
      step.state = Step.State.ENDED;
      unended--;
      if (outcome.failure() != null && outcome.stopped()) {
        failures.add(new StepFailure(step.position, outcome.failure()));
      }
      refused |= outcome.failure() == null && outcome.stopped();
      if (outcome.isValue()) {
        for (Step<?> dependent : step.dependents) {
          dependent.base = PathLink.longer(dependent.base, step.path);
          if (--dependent.waits == 0 && dependent.state == Step.State.WAITING) {
            dependent.state = Step.State.STARTED;
            ready.add(dependent);
          }
        }
      }
      over = wired && unended == 0;
    }
    if (!step.leave(ready)) {
      launch(ready);
    }
    if (over) {
      finish();
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
    Failure failure = null;
    PathLink path = before;
    List<StepFailure> failed;
    boolean early;
    synchronized (this) {
      failures.sort(Comparator.comparingInt(StepFailure::position));
      failed = List.copyOf(failures);
      for (Step<?> step : steps) {
        path = PathLink.longer(path, step.path);
      }
      early = stopped || (refused && failed.isEmpty());
      steps = List.of();
    }
    for (StepFailure each : failed) {
      failure = Failure.first(failure, each.failure());
    }
    long now = run.scope().nanoTime();
    site.ended(now, now - startTime, failure != null);
    if (failure != null) {
      failure.passes(caller);
      if (!early) {
        ending.failing(failure);
      }
    }
    Step<?> last = result;
    Object value = failure != null || early || last == null ? null : last.value();
    ending.ended(new Outcome(value, failure, early, path));
  }
}
