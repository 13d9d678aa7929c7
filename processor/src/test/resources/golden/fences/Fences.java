package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class Fences {
  private Fences() {}

  @Task
  static int load(List<String> log, int id) {
    log.add("load");
    return id;
  }

  @Task
  static void store(List<String> log, int sum) {
    log.add("store " + sum);
  }

  @Workflow
  static String both() {
    List<String> log = new CopyOnWriteArrayList<>();
    int a = load(log, 1);
    int b = load(log, 2);
    store(log, a + b);
    int c = load(log, 3);
    store(log, c);
    int size = log.size();
    return log + " " + size;
  }
}
