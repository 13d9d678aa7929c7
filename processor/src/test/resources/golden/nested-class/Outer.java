package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

public final class Outer {
  static final int BASE = 100;

  private Outer() {}

  static int twice(int value) {
    return 2 * value;
  }

  public static final class Inner {
    final int start;

    Inner(int start) {
      this.start = start;
    }

    public record Pair(int left, int right) {}

    @Task
    public Pair pair(int value) {
      return new Pair(start, value);
    }

    @Workflow
    public int sum(int value) {
      Pair pair = pair(value);
      Inner.Pair other = pair(pair.left());
      return twice(pair.right()) + other.right() + BASE;
    }
  }

  static final class Plain {
    @Task
    static int increment(int value) {
      return value + 1;
    }
  }
}
