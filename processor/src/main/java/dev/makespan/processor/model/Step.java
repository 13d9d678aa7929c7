package dev.makespan.processor.model;

import dev.makespan.processor.problem.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * One step of a workflow's body. The order of steps in a body is the order in which the plain call
 * evaluates them. Steps in branches make it a tree.
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
   * @param options what this call sets otherwise than the method's annotation
   */
  record Call(
      Optional<Variable> result,
      NodeRef node,
      List<Value> in,
      Place place,
      boolean ordered,
      Options options)
      implements Step {
    public Call {
      Objects.requireNonNull(result);
      Objects.requireNonNull(node);
      in = List.copyOf(in);
      Objects.requireNonNull(place);
      Objects.requireNonNull(options);
    }

    /** A call with the settings of the method's annotation. */
    public Call(Optional<Variable> result, NodeRef node, List<Value> in, Place place) {
      this(result, node, in, place, true);
    }

    public Call(
        Optional<Variable> result, NodeRef node, List<Value> in, Place place, boolean ordered) {
      this(result, node, in, place, ordered, Options.NONE);
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
   * @param place the map
   * @param called the name of the method in the function
   * @param options what these calls set otherwise than the method's annotation
   */
  record MapCall(
      Optional<Variable> result,
      MapForm form,
      Value list,
      NodeRef node,
      List<Value> in,
      Place place,
      Place called,
      Options options)
      implements Step {
    public MapCall {
      Objects.requireNonNull(result);
      Objects.requireNonNull(form);
      Objects.requireNonNull(list);
      Objects.requireNonNull(node);
      in = List.copyOf(in);
      Objects.requireNonNull(place);
      Objects.requireNonNull(called);
      Objects.requireNonNull(options);
    }

    /** Calls with the settings of the method's annotation. */
    public MapCall(
        Optional<Variable> result,
        MapForm form,
        Value list,
        NodeRef node,
        List<Value> in,
        Place place,
        Place called) {
      this(result, form, list, node, in, place, called, Options.NONE);
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

  /** What has other steps in it. It is a fence as a whole if a void call stands anywhere in it. */
  sealed interface Compound extends Step {
    /** All steps in it, in program order. */
    List<Step> steps();

    @Override
    default Optional<Variable> result() {
      return Optional.empty();
    }
  }

  /** What runs one of several branches, or none. */
  sealed interface Decision extends Compound {
    /** The steps that make what it decides by. */
    List<Step> asked();

    /** What it decides by. */
    Value asks();

    /** The steps of each branch, in program order. */
    List<List<Step>> branches();

    /** The same decision over other steps. */
    Decision with(List<Step> asked, List<List<Step>> branches);

    @Override
    default List<Step> steps() {
      return Stream.concat(Stream.of(asked()), branches().stream())
          .flatMap(List::stream)
          .toList();
    }
  }

  /**
   * Two branches, of which one runs: an {@code if}, or a conditional expression with calls in it.
   *
   * @param asked the steps that make the condition
   * @param condition a boolean: a {@link Value.Read} or a {@link Value.Literal}
   * @param whenTrue the steps of the first branch
   * @param whenFalse those of the other one; none if there is no {@code else}
   */
  record If(
      List<Step> asked, Value condition, List<Step> whenTrue, List<Step> whenFalse, Place place)
      implements Decision {
    public If {
      asked = List.copyOf(asked);
      Objects.requireNonNull(condition);
      whenTrue = List.copyOf(whenTrue);
      whenFalse = List.copyOf(whenFalse);
      Objects.requireNonNull(place);
    }

    @Override
    public Value asks() {
      return condition;
    }

    @Override
    public List<List<Step>> branches() {
      return List.of(whenTrue, whenFalse);
    }

    @Override
    public If with(List<Step> others, List<List<Step>> branches) {
      return new If(others, condition, branches.get(0), branches.get(1), place);
    }
  }

  /**
   * Cases, of which one runs, or none: a {@code switch}, or a {@code switch} expression with calls
   * in its cases.
   *
   * @param asked the steps that tell the number of the case
   * @param option that number: an int, from 0 in program order; a negative one if no case runs
   * @param branches the steps of each case
   */
  record Switch(List<Step> asked, Value option, List<List<Step>> branches, Place place)
      implements Decision {
    public Switch {
      asked = List.copyOf(asked);
      Objects.requireNonNull(option);
      branches = branches.stream().map(List::copyOf).toList();
      Objects.requireNonNull(place);
    }

    @Override
    public Value asks() {
      return option;
    }

    @Override
    public Switch with(List<Step> others, List<List<Step>> cases) {
      return new Switch(others, option, cases, place);
    }
  }

  /**
   * A {@code try} with catches. When all steps of the block have ended, it decides by what has
   * failed in it which of the catches runs, or none.
   *
   * @param body the steps of the block
   * @param catches the steps of each catch; the first of them is its {@link Caught}
   */
  record Try(List<Step> body, List<List<Step>> catches, Place place) implements Compound {
    public Try {
      body = List.copyOf(body);
      catches = catches.stream().map(List::copyOf).toList();
      Objects.requireNonNull(place);
    }

    @Override
    public List<Step> steps() {
      return Stream.concat(Stream.of(body), catches.stream())
          .flatMap(List::stream)
          .toList();
    }
  }

  /**
   * The beginning of a catch.
   *
   * @param result the parameter
   * @param types what it takes: one type, or several
   */
  record Caught(Optional<Variable> result, List<TypeElement> types, Place place) implements Step {
    public Caught {
      Objects.requireNonNull(result);
      types = List.copyOf(types);
      Objects.requireNonNull(place);
    }
  }

  /**
   * A {@code try} with a {@code finally}: those steps run when all above have ended, whatever has
   * failed.
   *
   * @param body the steps of the block; a single {@link Try} if it has catches, too
   * @param last those of the {@code finally}
   */
  record Finally(List<Step> body, List<Step> last, Place place) implements Compound {
    public Finally {
      body = List.copyOf(body);
      last = List.copyOf(last);
      Objects.requireNonNull(place);
    }

    @Override
    public List<Step> steps() {
      return Stream.of(body, last).flatMap(List::stream).toList();
    }
  }

  /** The beginning of a {@code finally}. The graph puts it between the two parts. */
  record Last(Place place) implements Step {
    public Last {
      Objects.requireNonNull(place);
    }

    @Override
    public Optional<Variable> result() {
      return Optional.empty();
    }
  }

  /**
   * A throw statement: what is written below runs only if the branch it stands in isn't taken.
   *
   * @param thrown the exception
   */
  record Throw(Value thrown, Place place) implements Step {
    public Throw {
      Objects.requireNonNull(thrown);
      Objects.requireNonNull(place);
    }

    @Override
    public Optional<Variable> result() {
      return Optional.empty();
    }
  }

  /**
   * A return that isn't the body's last statement: what is written below runs only if the branch it
   * stands in isn't taken.
   *
   * @param value what is returned; empty in a void workflow
   */
  record Return(Optional<Value> value, Place place) implements Step {
    public Return {
      Objects.requireNonNull(value);
      Objects.requireNonNull(place);
    }

    @Override
    public Optional<Variable> result() {
      return Optional.empty();
    }
  }

  /**
   * An assignment in a branch that computes nothing.
   *
   * @param value a {@link Value.Read}, a {@link Value.Literal} or the instance; its type needs no
   *     conversion but boxing, or that of a literal
   */
  record Assign(Optional<Variable> result, Value value, Place place) implements Step {
    public Assign {
      Objects.requireNonNull(result);
      Objects.requireNonNull(value);
      Objects.requireNonNull(place);
    }
  }

  /**
   * The value of a variable that each branch of the {@link Decision} above, or the block and each
   * catch of the {@link Try}, gives one.
   *
   * @param values what the branches give it, in program order; of a branch that always returns, or
   *     never runs, nothing
   */
  record Merge(Optional<Variable> result, List<Variable> values, Place place) implements Step {
    public Merge {
      Objects.requireNonNull(result);
      values = List.copyOf(values);
      Objects.requireNonNull(place);
    }
  }

  /**
   * A fence that does nothing itself. One stands before and after calls that have no order among
   * them; the graph puts one before and after a {@link Compound} that holds a fence.
   */
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
