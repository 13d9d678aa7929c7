package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.stream.Collectors;

final class Streams {
  private Streams() {}

  @Task
  static int half(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("half of " + value);
    }
    return value / 2;
  }

  @Task
  static String text(int value, String unit) {
    if (value % 5 == 4) {
      throw new IllegalStateException("text of " + value);
    }
    return value + unit;
  }

  @Task
  static List<Integer> digits(String text) {
    return text.chars().map(digit -> digit - '0').boxed().toList();
  }

  @Workflow
  static List<Integer> halves(List<Integer> values) {
    return values.stream().map(Streams::half).toList();
  }

  @Workflow
  static List<String> texts(List<Integer> values, String unit) {
    return values.stream().map(value -> text(value, unit)).toList();
  }

  @Workflow
  static List<String> stages(List<Integer> values, String unit) {
    List<String> texts = values.stream()
        .map(Streams::half)
        .map(half -> half + 1)
        .map(more -> text(more, unit))
        .map(String::trim)
        .toList();
    return texts;
  }

  @Workflow
  static List<Integer> collected(List<Integer> values) {
    return values.stream().map(Streams::half).map(Streams::half).collect(Collectors.toList());
  }

  @Workflow
  static List<List<Integer>> nested(List<String> texts) {
    return texts.stream()
        .map(text -> digits(text).stream().map(Streams::half).toList())
        .map(halves -> Makespan.map(halves, half -> half(half)))
        .toList();
  }

  @Workflow
  static List<Integer> twoLists(List<Integer> values) {
    return Makespan.map(Makespan.map(values, Streams::half), half -> text(half, "").length());
  }

  @Workflow
  static long pure(List<Integer> values) {
    return values.stream().filter(value -> value > 0).count();
  }
}
