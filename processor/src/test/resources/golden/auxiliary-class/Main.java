package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Main {
  private Main() {}

  @Task
  static Pair pair(int left) {
    return new Pair(left, left + 1);
  }

  @Workflow
  static Pair swapped(int left) {
    Pair pair = pair(left);
    return new Pair(pair.right(), pair.left());
  }
}

record Pair(int left, int right) {}
