package dev.makespan.benchmarks.workload;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

/** W3: as many independent calls as there are values, and one that takes all their results. */
public final class Independent {
  private Independent() {}

  @Task
  public static long light(long value) {
    return Arithmetic.mix(value + 1);
  }

  @Task
  public static long sum(List<Long> values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  @Workflow
  public static long sumOfAll(List<Long> values) {
    List<Long> results = Makespan.map(values, Independent::light);
    return sum(results);
  }
}
