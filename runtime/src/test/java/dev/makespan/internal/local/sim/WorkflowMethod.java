package dev.makespan.internal.local.sim;

import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.List;

/** A workflow, or what a map does with each of its elements: steps in program order. */
final class WorkflowMethod extends Method {
  private final int limit;
  private final List<StepPlan> steps;

  WorkflowMethod(int number, boolean isVoid, int limit, List<StepPlan> steps) {
    super(number, isVoid);
    this.limit = limit;
    this.steps = steps;
  }

  int limit() {
    return limit;
  }

  @Override
  Object call(Object[] in) {
    throw new IllegalStateException("a workflow's own body never runs");
  }

  @Override
  Step<?> wire(Body run, Object[] in) {
    return wire(run, place(in).inner(toString(), limit), fuel(in), work(values(in)));
  }

  /** Adds its steps to a body that has this place. */
  Step<?> wire(Body run, Place own, int fuel, long work) {
    List<Place> places = own.steps(steps.size(), this::isBefore);
    Step<?>[] made = new Step<?>[steps.size()];
    Step<?> result = null;
    for (int i = 0; i < made.length; i++) {
      own.scheduler().mayYield();
      made[i] = steps.get(i).add(run, places.get(i), i + 1, fuel, work, made);
      result = made[i] == null ? result : made[i];
    }
    if (isVoid) {
      return null;
    }
    return result == null ? run.value(work) : result;
  }

  /** The rules of the language: data flow, and fences. */
  private boolean isBefore(int first, int second) {
    return first < second
        && (steps.get(first).isFence()
            || steps.get(second).isFence()
            || steps.get(second).inputs().contains(first));
  }

  @Override
  Result plain(Plain plain, int fuel, Object... values) {
    return plainSteps(plain, fuel, work(values));
  }

  Result plainSteps(Plain plain, int fuel, long work) {
    Object[] made = new Object[steps.size()];
    Object result = work;
    for (int i = 0; i < made.length; i++) {
      Result step = steps.get(i).plain(plain, fuel, work, made);
      if (!step.isValue()) {
        return step;
      }
      made[i] = step.value();
      result = steps.get(i).isFence() ? result : step.value();
    }
    return Result.of(isVoid ? null : result);
  }

  @Override
  public String toString() {
    return "WORKFLOW " + number;
  }
}
