package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

class Pipelines {
  final int offset;

  Pipelines(int offset) {
    this.offset = offset;
  }

  @Task
  static int first(int value) {
    return value + 1;
  }

  @Task
  static int second(int value, int by) {
    return value * by;
  }

  @Task
  int shifted(int value) {
    return value + offset;
  }

  @Workflow
  static List<Integer> nested(List<Integer> values, int seed) {
    int by = first(seed);
    return Makespan.map(values, value -> second(first(value), by));
  }

  @Workflow
  static List<Integer> computed(List<Integer> values, int seed) {
    int by = first(seed);
    List<Integer> results = Makespan.map(values, value -> second(value + seed, by) - 1);
    return results;
  }

  @Workflow
  List<Integer> ofInstance(List<Integer> values) {
    return Makespan.map(values, value -> second(shifted(value), offset));
  }

  @Workflow
  static List<List<Integer>> table(List<Integer> rows, List<Integer> columns, int seed) {
    int by = first(seed);
    return Makespan.map(rows, row -> Makespan.map(columns, column -> second(first(row), column + by)));
  }

  @Workflow
  List<List<Integer>> grid(List<Integer> rows, List<Integer> columns) {
    return Makespan.map(rows, row -> Makespan.map(columns, column -> second(shifted(column), row)));
  }
}
