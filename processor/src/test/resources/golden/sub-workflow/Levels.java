package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Levels {
  private Levels() {}

  @Task
  static int step1(int a) {
    return a + 1;
  }

  @Task
  static int step2(int a) {
    return a * 2;
  }

  @Workflow
  static int core(int a) {
    return step2(step1(a));
  }

  @Workflow
  static int twice(int a) {
    return core(core(a));
  }

  @Workflow
  static int top(int a) {
    int left = twice(a);
    int right = core(a);
    return left - right;
  }
}
