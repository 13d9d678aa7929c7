package dev.makespan.internal.local.sim;

import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.List;
import java.util.Objects;

/**
 * The wiring of one execution of a body.
 *
 * @param places of its steps
 * @param work the value that it begins with
 * @param made the steps, by position; null for those without a value
 */
record BodyWiring(
    Body run, List<Place> places, boolean isVoid, int fuel, long work, Step<?>[] made) {
  Scheduler scheduler() {
    return places.get(0).scheduler();
  }

  Step<?> step(int position) {
    return Objects.requireNonNull(made[position]);
  }

  Object argument(int position) {
    return position < 0 ? work : step(position);
  }
}
