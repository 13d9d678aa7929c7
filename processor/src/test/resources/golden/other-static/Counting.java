package demo.tools;

import dev.makespan.Task;

public final class Counting {
  private Counting() {}

  @Task
  public static int words(String text) {
    return text.split(" ").length;
  }
}
