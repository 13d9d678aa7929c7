package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

final class Failing {
  private Failing() {}

  @Task
  static int read(String text) throws IOException, TimeoutException {
    if (text.equals("io")) {
      throw new IOException("cannot read " + text);
    }
    if (text.equals("late")) {
      throw new TimeoutException(text);
    }
    return Integer.parseInt(text);
  }

  static int parsed(String text) throws IOException {
    if (text.equals("seven")) {
      throw new IOException("not a number: seven");
    }
    return 7;
  }

  @Workflow
  static int quotient(String left, String right) throws IOException, TimeoutException {
    int a = read(left);
    int b = read(right);
    return a / b;
  }

  @Workflow
  static int firstWins(String left, String right) throws Exception {
    int a = parsed(left);
    int b = read(right);
    return a + b;
  }
}
