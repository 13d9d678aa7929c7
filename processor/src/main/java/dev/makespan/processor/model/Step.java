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

  /** Whether it waits for everything above it, and everything below waits for it. */
  default boolean isFence() {
    return false;
  }

  /**
   * A call of an annotated method. A call of a void one is a fence.
   *
   * @param in the arguments; for an instance method the receiver comes first
   * @param ordered whether a void one is a fence
   */
  record Call(Optional<Variable> result, NodeRef node, List<Value> in, Place place, boolean ordered)
      implements Step {
    public Call {
      Objects.requireNonNull(result);
      Objects.requireNonNull(node);
      in = List.copyOf(in);
      Objects.requireNonNull(place);
    }

    public Call(Optional<Variable> result, NodeRef node, List<Value> in, Place place) {
      this(result, node, in, place, true);
    }

    @Override
    public boolean isFence() {
      return node.isVoid() && ordered;
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
   * @param form what becomes of the results
   * @param list the collection or stream, usually a {@link Value.Read}
   */
  record MapCall(
      Optional<Variable> result,
      MapForm form,
      Value list,
      NodeRef node,
      List<Value> in,
      Place place)
      implements Step {
    public MapCall {
      Objects.requireNonNull(result);
      Objects.requireNonNull(form);
      Objects.requireNonNull(list);
      Objects.requireNonNull(node);
      in = List.copyOf(in);
      Objects.requireNonNull(place);
    }

    @Override
    public boolean isFence() {
      return form instanceof MapForm.Nothing;
    }
  }

  /**
   * A map of a lambda that is more than one call: a body of its own for each element.
   *
   * @param form what becomes of the results
   * @param list the collection or stream, usually a {@link Value.Read}
   * @param body its only parameter is the element; it may read what the bodies around it bind
   */
  record MapBody(Optional<Variable> result, MapForm form, Value list, Body body, Place place)
      implements Step {
    public MapBody {
      Objects.requireNonNull(result);
      Objects.requireNonNull(form);
      Objects.requireNonNull(list);
      Objects.requireNonNull(body);
      Objects.requireNonNull(place);
    }

    /** A map that gives all results. */
    public MapBody(Optional<Variable> result, Value list, Body body, Place place) {
      this(result, new MapForm.All(), list, body, place);
    }

    @Override
    public boolean isFence() {
      return form instanceof MapForm.Nothing;
    }
  }

  /** A fence that does nothing, before and after calls that have no order among them. */
  record Barrier(Place place) implements Step {
    public Barrier {
      Objects.requireNonNull(place);
    }

    @Override
    public Optional<Variable> result() {
      return Optional.empty();
    }

    @Override
    public boolean isFence() {
      return true;
    }
  }
}
