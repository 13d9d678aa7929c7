package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Texts {
  private Texts() {}

  @Workflow
  static int analyze(String text) {
    int words = demo.tools.Counting.words(text);
    return Numbers.twice(words);
  }
}
