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
 * @param after the positions that it waits for without reading their values; none of the inputs
 * @param fence the position of the nearest fence above, which it waits for; not one in a branch
 *     that it doesn't stand in
 * @param guards the decision whose branch it stands in, then the early returns above it in that
 *     branch. A decision has guards itself, so these suffice
 * @param used whether anything reads its value or waits for it alone
 * @param inner the graph of a mapped lambda
 * @param block if it closes a try block, the position where that begins: it waits until all from
 *     there on have ended, in whatever way
 */
public record GraphNode(
    int position,
    Step step,
    List<Integer> inputs,
    List<Integer> after,
    OptionalInt fence,
    List<Guard> guards,
    boolean used,
    Optional<InnerGraph> inner,
    OptionalInt block) {
  public GraphNode {
    Objects.requireNonNull(step);
    inputs = List.copyOf(inputs);
    after = List.copyOf(after);
    Objects.requireNonNull(fence);
    guards = List.copyOf(guards);
    Objects.requireNonNull(inner);
    Objects.requireNonNull(block);
  }

  /**
   * Whether it waits for everything above and everything below waits for it, like the call of a
   * void method.
   */
  public boolean isFence() {
    return step.isFence();
  }

  /** The innermost branch that it stands in. */
  public Optional<Guard> branch() {
    return guards.stream().filter(Guard::isBranch).findFirst();
  }
}
