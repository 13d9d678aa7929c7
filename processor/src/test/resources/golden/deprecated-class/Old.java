package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

@Deprecated
class Old {
  final int base;

  Old(int base) {
    this.base = base;
  }

  @Task
  int add(int value) {
    return base + value;
  }

  @Workflow
  int twice(int value) {
    return add(add(value)) * base;
  }
}
