package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

public final class Diamond {
  private Diamond() {}

  @Task
  public static String top(String seed) {
    return seed + "t";
  }

  @Task
  public static String left(String top) {
    return top + "l";
  }

  @Task
  public static String right(String top) {
    return top + "r";
  }

  @Task
  protected static String bottom(String left, String right) {
    return left + "|" + right;
  }

  @Workflow
  public static String diamond(String seed) {
    String top = top(seed);
    String left = left(top);
    String right = right(top);
    return bottom(left, right);
  }
}
