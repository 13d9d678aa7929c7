package dev.makespan.benchmarks.workload;

import dev.makespan.Task;
import dev.makespan.Workflow;

/** W2: one call, three that need it, and one that needs the three. */
public final class Diamond {
  private Diamond() {}

  @Task
  public static long source(long value) {
    return Arithmetic.mix(value + 1);
  }

  @Task
  public static long left(long value) {
    return Arithmetic.mix(value + 2);
  }

  @Task
  public static long middle(long value) {
    return Arithmetic.mix(value + 3);
  }

  @Task
  public static long right(long value) {
    return Arithmetic.mix(value + 4);
  }

  @Task
  public static long sink(long left, long middle, long right) {
    return Arithmetic.mix(left + 3 * middle + 5 * right);
  }

  @Workflow
  public static long diamond(long value) {
    long source = source(value);
    long left = left(source);
    long middle = middle(source);
    long right = right(source);
    return sink(left, middle, right);
  }
}
