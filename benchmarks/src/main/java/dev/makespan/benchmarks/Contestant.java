package dev.makespan.benchmarks;

import java.util.List;

/**
 * One way to run the workloads. It calls the methods of {@code workload}, returns what the plain
 * calls return, and is written as its documentation recommends.
 *
 * <p>A contestant lives as long as the JVM; its threads are daemon threads.
 */
public interface Contestant {
  /** What options and tables call it. */
  String name();

  /** Whether it has an answer to this workload. */
  default boolean takes(Workload workload) {
    return true;
  }

  /** W1. */
  long chain(long value) throws Exception;

  /** W2. */
  long diamond(long value) throws Exception;

  /** W3. */
  long independent(List<Long> values) throws Exception;

  /** W4. */
  List<Integer> nested(List<Integer> values, int chunk) throws Exception;

  /** W5 and W6. */
  List<Integer> elements(List<Integer> values) throws Exception;

  /** W7, three tasks. */
  int three(int first, int second, int third) throws Exception;

  /** W7, a hundred tasks. */
  List<Integer> hundred(List<Integer> millis) throws Exception;
}
