package dev.makespan.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The arguments of the workloads, made before anything is measured. */
final class Inputs {
  /** Volatile, so that no compiler takes it for a constant and the run for its result. */
  static volatile long value = 42;

  static final List<Long> THOUSAND = LongStream.range(0, 1_000).boxed().toList();
  static final List<Integer> NESTED = ints(600);
  static final List<Integer> BOUNDED = ints(10_000);
  static final List<Integer> MILLION = ints(1_000_000);
  static final List<Integer> HUNDRED =
      IntStream.range(0, 100).map(i -> 100).boxed().toList();

  private Inputs() {}

  /** Does nothing, once this class is initialised. */
  static void prepare() {}

  private static List<Integer> ints(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
