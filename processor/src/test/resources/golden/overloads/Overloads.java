package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Overloads {
  private Overloads() {}

  @Task
  static int sum() {
    return 0;
  }

  @Task
  static int sum(int a) {
    return a;
  }

  @Task
  static int sum(int a, int b) {
    return a + b;
  }

  @Workflow
  static int all(int a) {
    return sum(sum(a, 2), sum()) + sum(a);
  }

  @Workflow
  static int all(int a, int b) {
    return sum(all(a), b);
  }
}
