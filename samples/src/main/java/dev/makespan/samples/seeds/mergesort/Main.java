package dev.makespan.samples.seeds.mergesort;

import dev.makespan.Run;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** The program: sorts the same numbers by the plain call and by the flow. */
public final class Main {
  static final int COUNT = 200_000;

  private Main() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Runs the program. */
  static void run(PrintStream out) {
    int[] numbers = numbers(COUNT);
    MergeSortFlow flow = new MergeSortFlow();
    flow.sort(numbers).join(); // warm-up

    long start = System.nanoTime();
    int[] plain = MergeSort.sort(numbers);
    Duration plainTime = Duration.ofNanos(System.nanoTime() - start);
    Run<int[]> run = flow.sort(numbers);
    if (!Arrays.equals(run.join(), plain)) {
      throw new AssertionError("The flow's result differs from the plain call's");
    }
    out.println(String.format(Locale.ROOT, "%,d numbers, equal results", numbers.length));
    line(out, "plain call", plainTime);
    line(out, "makespan", run.report().makespan());
    long calls = run.report().nodes().stream().mapToLong(node -> node.count()).sum();
    out.println(String.format(Locale.ROOT, "%-12s %8d", "calls", calls));
  }

  /** Numbers in no order, the same each time. */
  static int[] numbers(int count) {
    return new Random(42).ints(count).toArray();
  }

  private static void line(PrintStream out, String label, Duration time) {
    out.println(String.format(Locale.ROOT, "%-12s %8.1f ms", label, time.toNanos() / 1e6));
  }
}
