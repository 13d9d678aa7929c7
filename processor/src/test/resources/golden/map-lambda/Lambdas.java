package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

final class Lambdas {
  private Lambdas() {}

  @Task
  static int scale(int value, int by) {
    return value * by;
  }

  @Task
  static int factor(int seed) {
    return seed + 1;
  }

  @Task
  static List<Integer> range(int from, List<Integer> source) {
    return source.stream().map(value -> value + from).toList();
  }

  @Workflow
  static List<Integer> scaled(List<Integer> values, int seed) {
    int factor = factor(seed);
    return Makespan.map(values, value -> scale(value, factor));
  }

  @Workflow
  static List<Integer> swapped(List<Integer> values, int seed) {
    List<Integer> shifted = range(seed, values);
    return Makespan.map(shifted, value -> scale(seed, value));
  }

  @Workflow
  static List<Integer> fixed(List<Integer> values) {
    return Makespan.map(values, value -> scale(value, 10));
  }

  @Workflow
  static List<Integer> pure(List<Integer> values) {
    return Makespan.map(values, value -> value + 1);
  }
}
