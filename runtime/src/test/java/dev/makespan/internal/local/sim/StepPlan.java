package dev.makespan.internal.local.sim;

import dev.makespan.spi.Tolerance;
import dev.makespan.support.Body;
import dev.makespan.support.Each;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A step of a random workflow. */
sealed interface StepPlan {
  /** The positions of the steps whose values it reads; none of them is a fence. */
  List<Integer> inputs();

  default boolean isFence() {
    return false;
  }

  /** Adds it to a body; null for a fence. */
  Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made);

  /** What it does in the plain call. */
  Result plain(Plain plain, int fuel, long work, Object[] made);

  /** What it is called with: a value of the workflow's own, and the values of its inputs. */
  private static Object[] read(List<Integer> inputs, Object first, Object[] made) {
    Object[] values = new Object[inputs.size() + 1];
    values[0] = first;
    for (int i = 0; i < inputs.size(); i++) {
      values[i + 1] = made[inputs.get(i)];
    }
    return values;
  }

  private static Step<?>[] steps(List<Integer> inputs, Step<?>[] made) {
    return inputs.stream().map(input -> made[input]).toArray(Step<?>[]::new);
  }

  /** A call of something that returns a value. */
  record Call(Method callee, List<Integer> inputs) implements StepPlan {
    @Override
    public Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made) {
      place.calls(callee);
      return run.call(callee.def(), line, Method.arguments(place, fuel, read(inputs, work, made)));
    }

    @Override
    public Result plain(Plain plain, int fuel, long work, Object[] made) {
      return callee.plain(plain, fuel, read(inputs, work, made));
    }
  }

  /** A call of something that returns nothing. */
  record Fence(Method callee, List<Integer> inputs) implements StepPlan {
    @Override
    public boolean isFence() {
      return true;
    }

    @Override
    public Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made) {
      run.fence(callee.voidDef(), line, Method.arguments(place, fuel, read(inputs, work, made)));
      return null;
    }

    @Override
    public Result plain(Plain plain, int fuel, long work, Object[] made) {
      return callee.plain(plain, fuel, read(inputs, work, made));
    }
  }

  /**
   * A pure expression.
   *
   * @param tests whether its value is a Boolean
   */
  record Eval(int number, Script script, boolean tests, List<Integer> inputs) implements StepPlan {
    @Override
    public Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made) {
      return run.eval(
          "x" + number,
          line,
          () -> {
            Object[] values = read(inputs, work, values(made));
            long own = Mixing.mix(number, Arrays.asList(values));
            Activity activity = place.begin("expression " + number + " of " + own, false);
            place.run().begun(own);
            boolean returned = false;
            try {
              script.play(place, own, 1);
              returned = true;
              return value(own);
            } finally {
              if (!returned && !activity.isInterrupted()) {
                place.failed();
              }
              place.end(activity);
            }
          },
          steps(inputs, made));
    }

    private Object value(long own) {
      return tests ? (Object) (own % 2 == 0) : (Object) own;
    }

    private Object[] values(Step<?>[] made) {
      Object[] values = new Object[made.length];
      for (int input : inputs) {
        values[input] = made[input].value();
      }
      return values;
    }

    @Override
    public Result plain(Plain plain, int fuel, long work, Object[] made) {
      long own = Mixing.mix(number, Arrays.asList(read(inputs, work, made)));
      Result result = script.plain(plain, own, 1);
      if (!result.isValue() && !result.hangs()) {
        plain.fails();
      }
      return result.isValue() ? Result.of(value(own)) : result;
    }
  }

  /**
   * A map over the list of an earlier step, or over so many numbers.
   *
   * @param ratio of one that tolerates failures
   * @param callee called for each element; null if there is a body
   * @param each the body for each element
   * @param from the position of the step that gives the list, which is the first input; -1 for none
   */
  record Mapping(
      Kind kind,
      double ratio,
      Method callee,
      WorkflowMethod each,
      int concurrency,
      int from,
      int size,
      List<Integer> inputs)
      implements StepPlan {
    enum Kind {
      ALL,
      SOME,
      VOID
    }

    @Override
    public boolean isFence() {
      return kind == Kind.VOID;
    }

    @Override
    public Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made) {
      Place own = place.inner("map", concurrency);
      Object list = from < 0 ? numbers(work) : made[from];
      if (from < 0 && kind != Kind.SOME && callee != null) {
        own.elements(numbers(work));
      }
      return callee == null
          ? addBodies(run, own, line, fuel, list, steps(inputs, made))
          : addCalls(
              run, line, list, Method.arguments(own, fuel, read(inputs, Body.ELEMENT, made)));
    }

    private Step<?> addCalls(Body run, int line, Object list, Object[] in) {
      return switch (kind) {
        case ALL -> run.map(callee.def(), line, list, in);
        case SOME -> run.mapSome(callee.def(), line, ratio, list, in);
        case VOID -> {
          run.mapVoid(callee.def(), line, list, in);
          yield null;
        }
      };
    }

    private Step<?> addBodies(
        Body run, Place own, int line, int fuel, Object list, Step<?>[] waitsFor) {
      Function<String, Place> bodies = own.bodies();
      Each<Object, Object> wiring = (body, element) -> wire(body, bodies, fuel, element);
      return switch (kind) {
        case ALL -> run.each("each", line, list, wiring, waitsFor);
        case SOME -> run.eachSome("each", line, ratio, list, wiring, waitsFor);
        case VOID -> {
          run.eachVoid("each", line, list, wiring::wire, waitsFor);
          yield null;
        }
      };
    }

    @SuppressWarnings("unchecked")
    private Step<Object> wire(Body body, Function<String, Place> bodies, int fuel, Object element) {
      Place inner = bodies.apply("element " + Mixing.plain(element));
      return (Step<Object>) each.wire(body, inner, fuel, Mixing.mix(each.number, element));
    }

    private List<Object> numbers(long work) {
      List<Object> numbers = new ArrayList<>();
      for (long i = 0; i < size; i++) {
        numbers.add(Mixing.mix(work, i));
      }
      return numbers;
    }

    @Override
    public Result plain(Plain plain, int fuel, long work, Object[] made) {
      List<?> list = from < 0 ? numbers(work) : (List<?>) made[from];
      List<Object> results = new ArrayList<>();
      List<Result> failures = new ArrayList<>();
      for (Object element : list) {
        Result result = callee != null
            ? callee.plain(plain, fuel, read(inputs, element, made))
            : each.plainSteps(plain, fuel, Mixing.mix(each.number, element));
        if (!result.isValue() && (kind != Kind.SOME || !result.isTolerable())) {
          return result;
        }
        if (!result.isValue()) {
          failures.add(result);
        }
        if (kind == Kind.SOME && result.isValue() && result.value() == null) {
          plain.fails();
          return Result.failed(
              Script.MARK + Tolerance.nullResult(results.size()).getMessage(), null);
        }
        results.add(kind == Kind.SOME ? Optional.ofNullable(result.value()) : result.value());
      }
      if (results.size() - failures.size() < ratio * results.size() && !failures.isEmpty()) {
        return failures.get(0);
      }
      return Result.of(isFence() ? null : results);
    }
  }
}
