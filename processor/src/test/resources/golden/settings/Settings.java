package demo;

import dev.makespan.Dynamic;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;

final class Settings {
  private Settings() {}

  @Task(timeout = "250ms")
  static int soon(int value) {
    return value;
  }

  @Task(name = "A \"long\" one", timeout = "2h")
  static int late(int value) {
    return value;
  }

  @MapTask(concurrency = 4, timeout = "30s")
  static int each(int value) {
    return value;
  }

  @Workflow(maxParallelism = 0)
  static int unlimited(int value) {
    return soon(late(value));
  }

  @Workflow(maxParallelism = 25)
  static int usual(int value) {
    return soon(value);
  }

  @Workflow(name = "one at a time", maxParallelism = 1)
  static int single(int value) {
    return soon(late(value));
  }

  @Dynamic(name = "any")
  static int dynamic(int value) {
    return value;
  }
}
