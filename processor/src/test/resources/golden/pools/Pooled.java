package demo;

import dev.makespan.MapTask;
import dev.makespan.Task;

final class Pooled {
  static final String DATABASE = "db";

  private Pooled() {}

  @Task
  static int free(int value) {
    return value + 1;
  }

  @Task(pool = DATABASE)
  static int read(int value) {
    return value + 2;
  }

  @MapTask(concurrency = 2, pool = "a \"small\" one", retries = 1)
  static int each(int value) {
    return value + 3;
  }
}
