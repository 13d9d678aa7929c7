package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.List;

final class Looping {
  private Looping() {}

  @Task
  static int size(String word) {
    return word.length();
  }

  @Task
  static int sum(List<Integer> sizes) {
    return sizes.stream().mapToInt(each -> each).sum();
  }

  @Workflow
  static int total(List<String> words) {
    List<Integer> sizes = new ArrayList<>();
    for (String word : words) {
      sizes.add(size(word));
    }
    return sum(sizes);
  }
}
