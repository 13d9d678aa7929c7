package demo;

import dev.makespan.Dynamic;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

final class Steps {
  private Steps() {}

  @Task
  static void add(List<String> log, String text) {
    log.add(text);
  }

  @Task
  static int size(List<String> log) {
    return log.size();
  }

  @Workflow
  static void addBoth(List<String> log, String first, String second) {
    add(log, first);
    add(log, second);
  }

  @Dynamic
  static void addAll(List<String> log, List<String> texts) {
    StepsFlow flow = StepsFlow.current();
    for (String text : texts) {
      flow.add(log, text).join();
    }
  }

  @Workflow
  static void addMore(List<String> log) {
    addBoth(log, "a", "b");
    addAll(log, List.of("c", "d"));
    size(log);
  }

  @Workflow
  static void nothing() {}
}
