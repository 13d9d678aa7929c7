package dev.makespan.processor.model;

import dev.makespan.processor.problem.Place;
import java.util.List;
import java.util.Objects;

/**
 * That the initialiser of a local starts after that of another has ended, without using its value:
 * one name of an {@code @After}.
 *
 * @param local the local that waits
 * @param steps the steps of its initialiser
 * @param after the local that it waits for; a rule sees to it that it stands above
 * @param before the steps of that one's initialiser
 * @param place the name in the annotation
 */
public record Ordering(
    Variable local, List<Step> steps, Variable after, List<Step> before, Place place) {
  public Ordering {
    Objects.requireNonNull(local);
    steps = List.copyOf(steps);
    Objects.requireNonNull(after);
    before = List.copyOf(before);
    Objects.requireNonNull(place);
  }
}
