package dev.makespan.benchmarks.workload;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

/** W7: calls that wait, of which the longest is the critical path. */
public final class Sleeps {
  private Sleeps() {}

  @Task
  public static int pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  @Task
  public static int sum(int first, int second, int third) {
    return first + second + third;
  }

  @Workflow
  public static int three(int first, int second, int third) throws InterruptedException {
    int a = pause(first);
    int b = pause(second);
    int c = pause(third);
    return sum(a, b, c);
  }

  @Workflow(maxParallelism = 100)
  public static List<Integer> hundred(List<Integer> millis) throws InterruptedException {
    return Makespan.map(millis, Sleeps::pause);
  }
}
