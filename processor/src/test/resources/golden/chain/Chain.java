package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Chain {
  private Chain() {}

  @Task
  static int next(int value) {
    return value * 3 + 1;
  }

  @Workflow
  static int tenTimes(int start) {
    int one = next(start);
    int two = next(one);
    int three = next(two);
    int four = next(three);
    int five = next(four);
    int six = next(five);
    int seven = next(six);
    int eight = next(seven);
    int nine = next(eight);
    return next(nine);
  }
}
