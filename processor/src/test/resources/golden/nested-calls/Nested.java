package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Nested {
  private Nested() {}

  @Task
  static int one(int value) {
    return value + 1;
  }

  @Task
  static int both(int left, int right) {
    return left * 10 + right;
  }

  @Workflow
  static int calls(int value) {
    return both(one(value), one(one(value)));
  }

  @Workflow
  static int inExpression(int value) {
    int sum = one(value) + 2 * one(value + 1);
    return both(sum, value) - one(sum);
  }

  @Workflow
  static String inText(int value) {
    return "value " + value + " gives " + one(value) + "!";
  }
}
