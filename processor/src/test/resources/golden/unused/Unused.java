package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.function.Supplier;

final class Unused {
  private Unused() {}

  @Task
  static int quotient(int a, int b) {
    return a / b;
  }

  @Workflow
  static int calls(int a, int b) {
    quotient(a, 1);
    int ignored = quotient(a, b);
    return quotient(a, 2);
  }

  @Workflow
  static int expressions(int a, int b) {
    int ignored = a / b;
    Supplier<String> alsoIgnored = () -> "x" + a;
    return quotient(a, 2);
  }

  @Workflow
  static int maps(List<Integer> values, int b) {
    List<Integer> ignored = Makespan.map(values, value -> quotient(value, b));
    List<Integer> alsoIgnored = Makespan.map(values, value -> quotient(value + 1, b));
    return quotient(4, 2);
  }
}
