package dev.makespan.internal.local.sim;

import java.util.List;
import java.util.Set;

/**
 * A body, and the order that the language asks of its steps.
 *
 * @param waits for each step, what it waits for
 * @param result the position of the value that is returned at the end; -1 for the one that the body
 *     begins with
 */
record BodyPlan(Block block, List<Waits> waits, int result) implements Place.Order {
  /**
   * What a step waits for.
   *
   * @param floor everything above this position, because of fences
   * @param others single steps, for their values, by {@code @After}, or as conditions
   */
  record Waits(int floor, Set<Integer> others) {}

  int positions() {
    return waits.size();
  }

  @Override
  public boolean isBefore(int first, int second) {
    Waits of = waits.get(second);
    return first < second && (first < of.floor() || of.others().contains(first));
  }
}
