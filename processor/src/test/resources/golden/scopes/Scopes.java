package demo;

import static java.lang.Math.max;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.function.IntUnaryOperator;

public final class Scopes {
  static int total = 5;
  static int Scopes = 7;

  /** Hides {@link java.util.Map} and is hidden by nothing. */
  record Map(int size) {}

  @Task
  static int total(int total) {
    return total + 1;
  }

  /** Hides the one that is imported. */
  static int max(int value) {
    return max(value, total);
  }

  static int max(int value, int other) {
    return value > other ? value : -other;
  }

  static final class Inner {
    static int total = 50;

    private Inner() {}

    @Task
    static int twice(int value) {
      return 2 * value;
    }

    /** The members of this class come before those around it. */
    @Workflow
    static int nearest(int value) {
      int twice = twice(value);
      int sum = total + twice + Scopes;
      int outer = total(sum);
      return outer + total + new Map(twice).size();
    }
  }

  @Workflow
  static int siblings(int value) {
    int sum;
    if (value > 0) {
      int total = total(value);
      sum = total + max(total);
    } else {
      int total = total(-value);
      int other = total(total);
      sum = total - other;
    }
    int other = total(sum);
    return total + other;
  }

  @Workflow
  static int block(int value) {
    int first = total + value;
    {
      int total = total(value);
      int second = total(total + first);
    }
    int third = total(total);
    return total + third;
  }

  @Workflow
  static List<Integer> lambdas(List<Integer> values) {
    List<Integer> once = Makespan.map(values, total -> total(total));
    List<Integer> again = Makespan.map(once, total -> {
      int value = total(total);
      IntUnaryOperator more = max -> max + value + total;
      return more.applyAsInt(max(value));
    });
    return again.stream().map(total -> total + max(total, 3)).toList();
  }

  @Workflow
  static int ownName(int Scopes) {
    int total = total(Scopes);
    int Map = total + Scopes + demo.Scopes.total;
    return Map + new Map(Map).size();
  }
}
