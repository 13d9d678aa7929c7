package dev.makespan.samples.seeds.fanout;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.samples.seeds.fanout.Sales.Parameters;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The program: each of the three ways once, with what it did and how long that took. */
public final class Main {
  static final List<Parameters> PARAMETERS = List.of(
      new Parameters("toys", "Oslo"),
      new Parameters("books", "Lisbon"),
      new Parameters("tools", "Vienna"));

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    run(System.out);
  }

  /** Runs the program. */
  static void run(PrintStream out) throws InterruptedException {
    fanOut(out);
    pool(out);
    pipelines(out);
  }

  private static void fanOut(PrintStream out) {
    FanOut fanOut = new FanOut();
    Run<List<Integer>> run = new FanOutFlow(fanOut).pipeline();
    run.join();
    line(out, "fan-out/fan-in      %6.1f ms: %s", millis(run), String.join(", ", fanOut.log()));
  }

  private static void pool(PrintStream out) {
    Run<List<Integer>> two = new PoolFlow().starmap(Pool.TASKS);
    line(out, "map task of two     %6.1f ms: %s", millis(two), two.join());
    // The same limit for all tasks of a run, whatever they are.
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      Run<List<Integer>> limited = new PoolFlow(runner).starmap(Pool.TASKS);
      line(out, "runner of two       %6.1f ms: %s", millis(limited), limited.join());
    }
  }

  /** Runs know nothing of each other: each has its own slots, report and failure. */
  private static void pipelines(PrintStream out) {
    SalesFlow flow = new SalesFlow();
    List<Run<String>> runs = PARAMETERS.stream().map(flow::pipeline).toList();
    Makespan.all(runs).join();
    for (Run<String> run : runs) {
      line(out, "pipeline            %6.1f ms: %s", millis(run), run.join());
    }
  }

  private static double millis(Run<?> run) {
    run.join();
    return run.report().makespan().toNanos() / 1e6;
  }

  private static void line(PrintStream out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
