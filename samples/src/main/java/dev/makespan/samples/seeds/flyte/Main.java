package dev.makespan.samples.seeds.flyte;

import dev.makespan.Run;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The program: both kinds of parallelism over six items in chunks of two, then over 10,000 items.
 */
public final class Main {
  static final List<Integer> SIX = items(6);
  static final List<Integer> MANY = items(10_000);
  static final int MANY_CHUNK = 100;

  private Main() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Runs the program. */
  static void run(PrintStream out) {
    NestedFlow nested = new NestedFlow();
    MixedFlow mixed = new MixedFlow();
    nested.multiWf(SIX, 2).join(); // warm-up
    mixed.multiWf(SIX, 2).join();

    tell(out, "nested, 6 items", nested.multiWf(SIX, 2), Nested.multiWf(SIX, 2));
    tell(out, "mixed, 6 items", mixed.multiWf(SIX, 2), Mixed.multiWf(SIX, 2));
    tell(
        out,
        "nested, 10,000 items",
        nested.multiWf(MANY, MANY_CHUNK),
        Nested.multiWf(MANY, MANY_CHUNK));
    tell(
        out,
        "mixed, 10,000 items",
        mixed.multiWf(MANY, MANY_CHUNK),
        Mixed.multiWf(MANY, MANY_CHUNK));
  }

  private static List<Integer> items(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }

  private static void tell(
      PrintStream out, String label, Run<List<Integer>> run, List<Integer> plain) {
    List<Integer> result = run.join();
    if (!result.equals(plain)) {
      throw new AssertionError(label + ": the flow's result differs from the plain call's");
    }
    String shown = result.size() > 6 ? result.subList(0, 6) + " …" : result.toString();
    out.println(String.format(
        Locale.ROOT, "%-22s %8.1f ms: %s", label, run.report().makespan().toNanos() / 1e6, shown));
  }
}
