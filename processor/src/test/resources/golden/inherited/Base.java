package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

class Base {
  final List<String> log;

  Base(List<String> log) {
    this.log = log;
  }

  @Task
  int load(int id) {
    return id + 1;
  }

  @Task
  static int rate(int id) {
    return 2 * id;
  }

  @Task
  void note(String text) {
    log.add(text);
  }

  @Workflow
  int sum(int id) {
    int loaded = load(id);
    int rate = rate(id);
    return loaded + rate;
  }
}
