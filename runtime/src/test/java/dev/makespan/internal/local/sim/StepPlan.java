package dev.makespan.internal.local.sim;

import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;

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

  /** A pure expression. */
  record Eval(int number, Script script, List<Integer> inputs) implements StepPlan {
    @Override
    public Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made) {
      return run.eval(
          "x" + number,
          line,
          () -> {
            Object[] values = read(inputs, work, values(made));
            long own = Mixing.mix(number, List.of(values));
            Activity activity = place.begin("expression " + number + " of " + own, false);
            place.run().begun(own);
            try {
              script.play(place, own);
              return own;
            } finally {
              place.end(activity);
            }
          },
          steps(inputs, made));
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
      return script.plain(plain, Mixing.mix(number, List.of(read(inputs, work, made))));
    }
  }

  /**
   * A map over the list of an earlier step, or over so many numbers.
   *
   * @param callee called for each element; null if there is a body
   * @param each the body for each element
   * @param from the position of the step that gives the list, which is the first input; -1 for none
   */
  record Mapping(
      Method callee, WorkflowMethod each, int concurrency, int from, int size, List<Integer> inputs)
      implements StepPlan {
    @Override
    public Step<?> add(Body run, Place place, int line, int fuel, long work, Step<?>[] made) {
      Place own = place.inner("map", concurrency);
      Object list = from < 0 ? numbers(work) : made[from];
      if (callee != null) {
        Object[] values = read(inputs, Body.ELEMENT, made);
        return run.map(callee.def(), line, list, Method.arguments(own, fuel, values));
      }
      return run.<Object, Object>each(
          "each",
          line,
          list,
          (body, element) -> wire(body, own, fuel, element),
          steps(inputs, made));
    }

    @SuppressWarnings("unchecked")
    private Step<Object> wire(Body body, Place own, int fuel, Object element) {
      Place inner = own.inner("element " + element, 0);
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
      for (Object element : list) {
        Result result = callee != null
            ? callee.plain(plain, fuel, read(inputs, element, made))
            : each.plainSteps(plain, fuel, Mixing.mix(each.number, element));
        if (!result.isValue()) {
          return result;
        }
        results.add(result.value());
      }
      return Result.of(results);
    }
  }
}
