package dev.makespan.processor.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a workflow does, as steps in program order.
 *
 * @param parameters the parameters, in order
 * @param steps the steps; each reads only parameters and results of steps before it
 * @param result what the last statement returns, also if that stands in a branch; empty for a void
 *     workflow, and if the end can't be reached. Its type may differ from the method's only by a
 *     reference widening
 * @param orderings which locals wait for others without using their values
 */
public record Body(
    List<Variable> parameters, List<Step> steps, Optional<Value> result, List<Ordering> orderings) {
  public Body {
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
    Objects.requireNonNull(result);
    orderings = List.copyOf(orderings);
  }

  /**
   * A value that it returns: what the last statement does, else an early return. Empty if it
   * returns none.
   */
  public Optional<Value> returned() {
    return result.or(() -> returned(steps));
  }

  private static Optional<Value> returned(List<Step> steps) {
    for (Step step : steps) {
      Optional<Value> value = Optional.empty();
      if (step instanceof Step.Return early) {
        value = early.value();
      } else if (step instanceof Step.Compound compound) {
        value = returned(compound.steps());
      }
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** A body that only data flow and fences order. */
  public Body(List<Variable> parameters, List<Step> steps, Optional<Value> result) {
    this(parameters, steps, result, List.of());
  }
}
