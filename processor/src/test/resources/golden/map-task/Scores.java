package demo;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

class Scores {
  final int base;

  Scores(int base) {
    this.base = base;
  }

  @MapTask(concurrency = 2)
  static int score(String text, int weight) {
    return text.length() * weight;
  }

  @MapTask
  int entry(int value) {
    return base + value;
  }

  @Task
  static int weight(int seed) {
    return seed + 1;
  }

  @Workflow
  static List<Integer> scores(List<String> texts, int seed) {
    int weight = weight(seed);
    return Makespan.map(texts, text -> score(text, weight));
  }

  @Workflow
  List<Integer> entries(List<Integer> values) {
    return Makespan.map(values, this::entry);
  }

  @Workflow
  static int one(String text) {
    return score(text, 3);
  }
}
