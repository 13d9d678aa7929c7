package dev.makespan.benchmarks.workload;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Workflow;
import java.util.List;

/** W5 and W6: a light task for each of many elements, at most 25 of them at a time. */
public final class Elements {
  /** How many elements may be under way. */
  public static final int CONCURRENCY = 25;

  private Elements() {}

  @MapTask(concurrency = CONCURRENCY)
  public static int element(int value) {
    return (int) Arithmetic.mix(value);
  }

  @Workflow
  public static List<Integer> elements(List<Integer> values) {
    return Makespan.map(values, Elements::element);
  }
}
