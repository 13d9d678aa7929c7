package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;

/** Tries whose calls fail, or don't. */
public class Orders {
  @Task
  static int load(int n) throws IOException {
    if (n < 0) {
      throw new IOException("no order " + n);
    }
    return n;
  }

  @Task
  static int recover(Exception e) {
    return e.getMessage().length();
  }

  @Workflow
  static int amount(int n) {
    int x;
    try {
      x = load(n);
    } catch (IOException e) {
      x = recover(e);
    }
    return x + 1;
  }
}
