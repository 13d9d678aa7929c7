package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

final class Vars {
  private Vars() {}

  @Task
  static List<String> split(String text) {
    return List.of(text.split(","));
  }

  @Task
  static int length(String text) {
    return text.length();
  }

  @Workflow
  static int total(String text) {
    var parts = split(text);
    var lengths = Makespan.map(parts, Vars::length);
    final var factor = 2L;
    var first = length(text);
    var sum = lengths.stream().mapToInt(length -> length).sum() + first;
    return (int) (sum * factor);
  }
}
