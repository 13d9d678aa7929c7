package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Literals {
  private Literals() {}

  @Task
  static String all(int a, long b, float c, double d, char e, boolean f, String g, Object h) {
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
  }

  @Task
  static String text(String text) {
    return text;
  }

  @Workflow
  static String exact() {
    return all(0x1F, 1_000L, 1.5f, 2e3, '\'', true, "a\tb $L \\", null);
  }

  @Workflow
  static String widened() {
    return all('a', 7, 8, 9, 'z', false, null, 10);
  }

  @Workflow
  static String negative() {
    return all(-1, -2L, -3f, -4d, 'x', !true, "", 'c');
  }

  @Workflow
  static String block() {
    return text(
        """
        a block
          of "text"
        """);
  }

  @Workflow
  static String none() {
    return text(null);
  }
}
