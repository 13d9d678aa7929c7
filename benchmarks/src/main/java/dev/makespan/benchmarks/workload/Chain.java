package dev.makespan.benchmarks.workload;

import dev.makespan.Task;
import dev.makespan.Workflow;

/** W1: ten calls, of which each takes the result of the one before. */
public final class Chain {
  private Chain() {}

  @Task
  public static long step(long value) {
    return Arithmetic.mix(value + 1);
  }

  @Workflow
  @SuppressWarnings("makespan:nothing-parallel")
  public static long chain(long value) {
    long a = step(value);
    long b = step(a);
    long c = step(b);
    long d = step(c);
    long e = step(d);
    long f = step(e);
    long g = step(f);
    long h = step(g);
    long i = step(h);
    return step(i);
  }
}
