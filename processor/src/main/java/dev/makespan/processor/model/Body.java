package dev.makespan.processor.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a workflow does, as steps in program order.
 *
 * @param parameters the parameters, in order
 * @param steps the steps; each reads only parameters and results of steps before it
 * @param result what is returned; empty for a void workflow. Its type may differ from the method's
 *     only by a reference widening
 */
public record Body(List<Variable> parameters, List<Step> steps, Optional<Value> result) {
  public Body {
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
    Objects.requireNonNull(result);
  }
}
