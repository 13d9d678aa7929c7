package dev.makespan.processor.model;

import dev.makespan.processor.problem.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a workflow's body. The order of steps in a body is the order in which the plain call
 * evaluates them.
 */
public sealed interface Step {
  /** The variable that holds its value; empty for a fence and for a value that nobody reads. */
  Optional<Variable> result();

  /** Where the source writes it. */
  Place place();

  /**
   * A call of an annotated method. A call of a void one is a fence.
   *
   * @param in the arguments; for an instance method the receiver comes first
   */
  record Call(Optional<Variable> result, NodeRef node, List<Value> in, Place place)
      implements Step {
    public Call {
      Objects.requireNonNull(result);
      Objects.requireNonNull(node);
      in = List.copyOf(in);
      Objects.requireNonNull(place);
    }

    public boolean isFence() {
      return node.isVoid();
    }
  }

  /** A pure expression. Its result's type is the type that the place it stands in demands. */
  record Pure(Optional<Variable> result, Snippet code, Place place) implements Step {
    public Pure {
      Objects.requireNonNull(result);
      Objects.requireNonNull(code);
      Objects.requireNonNull(place);
    }
  }

  /**
   * A map of one call: each element goes to the call where {@link Value.Element} stands.
   *
   * @param list the collection, usually a {@link Value.Read}
   */
  record MapCall(Optional<Variable> result, Value list, NodeRef node, List<Value> in, Place place)
      implements Step {
    public MapCall {
      Objects.requireNonNull(result);
      Objects.requireNonNull(list);
      Objects.requireNonNull(node);
      in = List.copyOf(in);
      Objects.requireNonNull(place);
    }
  }

  /**
   * A map of a lambda that is more than one call: a body of its own for each element.
   *
   * @param body its only parameter is the element; it may read what the bodies around it bind
   */
  record MapBody(Optional<Variable> result, Value list, Body body, Place place) implements Step {
    public MapBody {
      Objects.requireNonNull(result);
      Objects.requireNonNull(list);
      Objects.requireNonNull(body);
      Objects.requireNonNull(place);
    }
  }
}
