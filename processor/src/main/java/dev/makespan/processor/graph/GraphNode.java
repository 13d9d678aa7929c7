package dev.makespan.processor.graph;

import dev.makespan.processor.model.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A step in the graph of its body.
 *
 * @param position its place in program order, from 0
 * @param step the step
 * @param inputs the positions whose values it reads, each once, in order of first reading
 * @param fence the position of the nearest fence above, which it waits for
 * @param used whether anything reads its value
 * @param inner the graph of a mapped lambda
 */
public record GraphNode(
    int position,
    Step step,
    List<Integer> inputs,
    OptionalInt fence,
    boolean used,
    Optional<InnerGraph> inner) {
  public GraphNode {
    Objects.requireNonNull(step);
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(fence);
    Objects.requireNonNull(inner);
  }

  /**
   * Whether it is the call of a void method, so that it waits for everything above and everything
   * below waits for it.
   */
  public boolean isFence() {
    return step instanceof Step.Call call && call.isFence();
  }
}
