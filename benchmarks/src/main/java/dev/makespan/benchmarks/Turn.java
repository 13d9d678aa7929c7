package dev.makespan.benchmarks;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * A contestant's turn: it runs a workload for a short time, and each result is compared with the
 * plain call's, while the clock stands.
 *
 * @param nanos the time of a run: for lone calls the median, for those back to back the mean
 * @param bytes what all threads allocated, for each run
 */
record Turn(double nanos, double bytes) {
  private static final long SETTLE_NANOS = 1_000_000;

  static Turn take(
      Contestant contestant, Workload workload, Object expected, Mode mode, long sliceNanos)
      throws Exception {
    // What the one before left behind comes to rest, and the caches are this one's.
    LockSupport.parkNanos(SETTLE_NANOS);
    if (!workload.isLong()) {
      check(contestant, workload, expected, workload.run(contestant));
    }
    return mode == Mode.LONE
        ? lone(contestant, workload, expected, sliceNanos)
        : busy(contestant, workload, expected, sliceNanos);
  }

  private static Turn lone(
      Contestant contestant, Workload workload, Object expected, long sliceNanos) throws Exception {
    double[] times = new double[(int) (sliceNanos / Mode.IDLE_NANOS) + 1];
    int runs = 0;
    long bytes = 0;
    long end = System.nanoTime() + sliceNanos;
    do {
      long before = Allocation.bytes();
      LockSupport.parkNanos(Mode.IDLE_NANOS);
      long start = System.nanoTime();
      Object result = workload.run(contestant);
      times[runs++] = System.nanoTime() - start;
      bytes += Allocation.bytes() - before;
      check(contestant, workload, expected, result);
    } while (runs < times.length && System.nanoTime() < end);
    return new Turn(Statistics.of(Arrays.copyOf(times, runs)).median(), (double) bytes / runs);
  }

  private static Turn busy(
      Contestant contestant, Workload workload, Object expected, long sliceNanos) throws Exception {
    Object[] results = new Object[workload.burst()];
    long nanos = 0;
    long bytes = 0;
    int runs = 0;
    long end = System.nanoTime() + sliceNanos;
    do {
      long before = Allocation.bytes();
      long start = System.nanoTime();
      for (int i = 0; i < results.length; i++) {
        results[i] = workload.run(contestant);
      }
      nanos += System.nanoTime() - start;
      bytes += Allocation.bytes() - before;
      runs += results.length;
      for (int i = 0; i < results.length; i++) {
        check(contestant, workload, expected, results[i]);
        results[i] = expected;
      }
    } while (System.nanoTime() < end);
    return new Turn((double) nanos / runs, (double) bytes / runs);
  }

  private static void check(
      Contestant contestant, Workload workload, Object expected, Object result) {
    if (!expected.equals(result)) {
      throw new AssertionError(
          contestant.name() + ", " + workload.key() + ": another result than the plain call's");
    }
  }
}
