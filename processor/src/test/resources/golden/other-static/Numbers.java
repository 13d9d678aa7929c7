package demo;

import dev.makespan.Task;

final class Numbers {
  private Numbers() {}

  @Task
  static int twice(int value) {
    return 2 * value;
  }
}
