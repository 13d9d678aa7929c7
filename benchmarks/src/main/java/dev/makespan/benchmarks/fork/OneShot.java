package dev.makespan.benchmarks.fork;

import dev.makespan.benchmarks.Contestant;
import dev.makespan.benchmarks.Workload;
import dev.makespan.benchmarks.contestant.Contestants;
import dev.makespan.benchmarks.workload.Elements;
import java.util.List;

/**
 * One run of W6 in this JVM, after some of W5 as a warm-up. Prints its time in nanoseconds, or how
 * it failed. Arguments: the contestant, and how many runs of W5.
 */
final class OneShot {
  private OneShot() {}

  public static void main(String[] args) {
    String line;
    try {
      line = String.valueOf(nanos(args[0], Integer.parseInt(args[1])));
    } catch (UnsupportedOperationException e) {
      line = "absent: " + e.getMessage();
    } catch (Exception e) {
      line = e.toString();
    }
    System.out.println(line);
    System.exit(0);
  }

  private static long nanos(String name, int warmup) throws Exception {
    Contestant contestant = Contestants.named(name);
    for (int i = 0; i < warmup; i++) {
      Workload.BOUNDED.run(contestant);
    }
    Workload.MILLION.prepare();
    long start = System.nanoTime();
    List<?> result = (List<?>) Workload.MILLION.run(contestant);
    long nanos = System.nanoTime() - start;
    check(result);
    return nanos;
  }

  /** By element, since a second list might not fit into the heap. */
  private static void check(List<?> result) {
    if (result.size() != Workload.MILLION.tasks()) {
      throw new AssertionError("another number of results than elements");
    }
    for (int i = 0; i < result.size(); i++) {
      if (!result.get(i).equals(Elements.element(i))) {
        throw new AssertionError("another result than the plain call's");
      }
    }
  }
}
