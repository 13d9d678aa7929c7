package dev.makespan.processor.model;

import dev.makespan.processor.problem.Place;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An annotated method of a class that a flow is generated for.
 *
 * @param ref its signature and kind
 * @param title the name that reports and errors show: the annotation's {@code name}, else the
 *     method's
 * @param line the line of the method's name
 * @param place the method's name
 * @param settings the annotation's values
 * @param summary the first sentence of the method's Javadoc; empty if there is none
 * @param body the steps of a workflow; empty for the other kinds, and for a workflow with errors
 * @param part what could be read of a workflow with errors; empty for any other node
 * @param asks what a dynamic's body calls on whatever objects: names with the number of arguments,
 *     such as {@code load/1}; empty for the other kinds
 */
public record Node(
    NodeRef ref,
    String title,
    int line,
    Place place,
    Settings settings,
    String summary,
    Optional<Body> body,
    Optional<Body> part,
    Set<String> asks) {
  public Node {
    Objects.requireNonNull(ref);
    Objects.requireNonNull(title);
    Objects.requireNonNull(place);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(body);
    Objects.requireNonNull(part);
    asks = Set.copyOf(asks);
  }

  /** What could be read of a workflow; empty for the other kinds. */
  public Optional<Body> read() {
    return body.or(this::part);
  }
}
