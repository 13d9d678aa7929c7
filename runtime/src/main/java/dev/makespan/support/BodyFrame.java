package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow's body: it has the steps wired by the generated code and starts those
 * that are ready. Which ones these are is decided by its {@link Steps}.
 */
final class BodyFrame implements Part {
  private final RunInfo run;
  private final RunScope scope;
  private final CallSite site;
  private final TaskDef<?> def;
  private final @Nullable Level caller;
  private final @Nullable PathLink before;
  private final Ending ending;
  private final Wiring wiring;
  private final int depth;

  private final Steps steps;

  // Written while it is wired.
  private final List<Exit> exits = new ArrayList<>(0);
  private @Nullable Step<?> result;
  private long startTime;

  /** Adds the steps. */
  interface Wiring {
    @Nullable Step<?> wire(Body body) throws Throwable;
  }

  /** An early return: the step that says whether it was taken, and the value. */
  private record Exit(Step<?> step, @Nullable Object value) {}

  BodyFrame(
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
    this.steps = new Steps(def.policy().cancelsAll());
  }

  // While it is wired.

  /** Notes an early return. */
  void exit(Step<?> step, @Nullable Object value) {
    exits.add(new Exit(step, value));
  }

  /** What stands for an argument of a step: the value of a step of this body, or itself. */
  @Nullable Object valueOf(@Nullable Object argument) {
    return argument instanceof Step<?> input && input.body == this ? input.value() : argument;
  }

  // While it runs.

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
      result = wiring.wire(new Body(this, steps, run, scope, site, def, before));
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

  /** Whether a step has failed. */
  boolean hasFailed() {
    return steps.hasFailed();
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
    Failure failure = Failure.first(end.failures());
    long now = run.scope().nanoTime();
    site.ended(now, now - startTime, failure != null);
    if (failure != null) {
      failure.passes(caller);
      if (!end.early()) {
        ending.failing(failure);
      }
    }
    Object value = failure != null || end.early() ? null : returned();
    PathLink path = PathLink.longer(before, end.path());
    ending.ended(new Outcome(value, failure, end.early(), path));
  }

  private @Nullable Object returned() {
    for (Exit exit : exits) {
      if (!exit.step().skipped) {
        return valueOf(exit.value());
      }
    }
    Step<?> last = result;
    return last == null ? null : last.value();
  }
}
