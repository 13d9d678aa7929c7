package demo;

import dev.makespan.Task;

class Single {
  @Task
  static long square(int value) {
    return (long) value * value;
  }
}
