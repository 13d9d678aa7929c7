package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

final class Shadows {
  static int count = 7;
  static String name = "field";

  private Shadows() {}

  @Task
  static int count(int count) {
    return count + 1;
  }

  static int twice(int value) {
    return 2 * value;
  }

  @Workflow
  static String localOverField(int seed) {
    int count = count(seed);
    return name + count + Shadows.count;
  }

  @Workflow
  static int parameterOverField(int count) {
    int again = count(count);
    return twice(again) + count;
  }

  @Workflow
  static int fieldAfterAll(int seed) {
    int other = count(seed);
    return count + other;
  }

  @Workflow
  static int lambdaParameter(int seed) {
    int other = count(seed);
    return List.of(1, 2).stream().mapToInt(count -> count * other + twice(count)).sum();
  }
}
