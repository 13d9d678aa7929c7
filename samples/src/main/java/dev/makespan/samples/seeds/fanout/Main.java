package dev.makespan.samples.seeds.fanout;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.samples.seeds.fanout.Sales.Parameters;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    new FanOutFlow(new FanOut((task, units) -> {})).pipeline().join(); // warm-up
    fanOut(out);
    pool(out);
    pipelines(out);
  }

  private static void fanOut(PrintStream out) throws InterruptedException {
    out.println("Fan-out/fan-in: three parts between a first task and a last one");
    Queue<String> done = new ConcurrentLinkedQueue<>();
    FanOut fanOut = new FanOut((task, units) -> {
      Work.SLEEP.on(task, units);
      done.add(task);
    });
    long start = System.nanoTime();
    fanOut.pipeline();
    line(out, "plain call", System.nanoTime() - start, String.join(", ", done));

    done.clear();
    Run<Void> run = new FanOutFlow(fanOut).pipeline();
    line(out, "flow", nanos(run), String.join(", ", done));

    done.clear();
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      Run<Void> limited = new FanOutFlow(fanOut, runner).pipeline();
      line(out, "flow, two at a time", nanos(limited), String.join(", ", done));
    }
  }

  private static void pool(PrintStream out) throws InterruptedException {
    out.println("A pool of two workers over pairs of arguments: " + Pool.TASKS);
    Pool pool = new Pool(Work.SLEEP);
    long start = System.nanoTime();
    List<Integer> results = pool.starmap(Pool.TASKS);
    line(out, "plain call", System.nanoTime() - start, results);

    Run<List<Integer>> run = new PoolFlow(pool).starmap(Pool.TASKS);
    line(out, "flow", nanos(run), run.join());
  }

  /** Runs know nothing of each other: each has its own slots, report and failure. */
  private static void pipelines(PrintStream out) {
    out.println("One pipeline with other parameters each time, all at the same time");
    SalesFlow flow = new SalesFlow();
    List<Run<String>> runs = PARAMETERS.stream().map(flow::pipeline).toList();
    Makespan.all(runs).join();
    for (Run<String> run : runs) {
      line(out, "flow", nanos(run), run.join());
    }
  }

  private static long nanos(Run<?> run) {
    run.join();
    return run.report().makespan().toNanos();
  }

  private static void line(PrintStream out, String label, long nanos, Object what) {
    out.println(String.format(Locale.ROOT, "  %-20s %6.1f ms: %s", label, nanos / 1e6, what));
  }
}
