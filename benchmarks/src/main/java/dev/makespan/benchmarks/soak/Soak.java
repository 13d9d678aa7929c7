package dev.makespan.benchmarks.soak;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.TaskTimeoutException;
import dev.makespan.benchmarks.Options;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The program: many runs open at the same time, of all sorts, until so many tasks have run. In each
 * of ten parts it prints the heap after a collection and the number of platform threads, once while
 * the runs are open and once after all have ended. It fails when one of them grows, or when a run
 * comes to something else than it should.
 *
 * <p>Options, each as {@code key=value}: {@code tasks} (in all; default 10,000,000), {@code runs}
 * (that are open at the same time; default 1,000), {@code seed}.
 */
public final class Soak {
  private static final Set<String> KEYS = Set.of("tasks", "runs", "seed");
  private static final int PARTS = 10;

  /** What the first parts may leave for good: classes, compiled code, caches. */
  private static final int WARM_UP = 3;

  private static final double MOST_GROWTH = 1.1;
  private static final long HEAP_SLACK = 4 << 20;

  /** The JVM's own threads come and go. */
  private static final int THREAD_SLACK = 8;

  /** Longer than a thread needs to end, less than an idle one of a pool is kept. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final int open;
  private final long tasksPerPart;
  private final Random random;
  private final MixedFlow flow;
  private final List<Integer> elements = Mixed.elements();
  private final Semaphore places;

  /** What the runs wait for that were started last: so many are open, and go on at once. */
  private CompletableFuture<Integer> gate = new CompletableFuture<>();

  private int waiting;
  private int mostOpen;
  private final Set<Run<Integer>> running = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder timedOut = new LongAdder();
  private final LongAdder cancelled = new LongAdder();

  /** What a run must come to. */
  private enum Kind {
    SUM,
    FAILS,
    TIMES_OUT,
    CANCELLED
  }

  /** What was seen after a part: bytes after a collection, and platform threads. */
  private record Sample(long openHeap, int openThreads, long heap, int threads) {}

  private Soak(Runner runner, Options options) {
    open = options.number("runs", 1_000);
    tasksPerPart = options.number("tasks", 10_000_000) / PARTS;
    random = new Random(options.number("seed", 1));
    flow = new MixedFlow(runner);
    places = new Semaphore(open);
  }

  public static void main(String[] args) throws Exception {
    System.exit(run(args, System.out) ? 0 : 1);
  }

  /** Runs the program; false if something grows or is wrong. */
  static boolean run(String[] args, PrintStream out) throws Exception {
    Options options = new Options(args, KEYS);
    Soak soak;
    int before = ManagementFactory.getThreadMXBean().getThreadCount();
    boolean flat;
    try (Runner runner = Runner.builder().pool("soak", 8).build()) {
      soak = new Soak(runner, options);
      flat = soak.run(out);
    }
    int after = threadsLeft(before);
    out.printf("Threads before the runner: %d; after its end: %d.%n", before, after);
    if (after > before + THREAD_SLACK) {
      out.println("FAILED: the closed runner has left threads");
      return false;
    }
    return flat;
  }

  /** How many threads there are when those that are ending have ended. */
  private static int threadsLeft(int before) throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (threads.getThreadCount() > before + THREAD_SLACK && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    return threads.getThreadCount();
  }

  private boolean run(PrintStream out) throws InterruptedException {
    out.printf(
        "JDK %s, %d processors, heap of %d MB; %d runs at a time%n%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        open);
    out.println("| tasks | runs: values / failures / timeouts / cancelled | seconds"
        + " | heap, runs open | threads, most | heap, no run | threads, no run |");
    out.println("|---:|---|---:|---:|---:|---:|---:|");
    List<Sample> samples = new ArrayList<>();
    long start = System.nanoTime();
    for (int part = 0; part < PARTS; part++) {
      Sample sample = part((part + 1) * tasksPerPart);
      samples.add(sample);
      out.printf(
          Locale.ROOT,
          "| %,d | %,d / %,d / %,d / %,d | %.0f | %.1f MB | %,d | %.1f MB | %,d |%n",
          Mixed.TASKS.sum(),
          succeeded.sum(),
          failed.sum(),
          timedOut.sum(),
          cancelled.sum(),
          (System.nanoTime() - start) / 1e9,
          megabytes(sample.openHeap),
          sample.openThreads,
          megabytes(sample.heap),
          sample.threads);
    }
    out.printf("%nAt most %d runs were open at the same time.%n", mostOpen);
    String problem = wrong.get() == null ? growth(samples) : wrong.get();
    out.println(
        problem == null ? "Flat: neither the heap nor the threads grow." : "FAILED: " + problem);
    return problem == null;
  }

  private static double megabytes(long bytes) {
    return bytes / (double) (1 << 20);
  }

  /** Runs until so many tasks have begun in all. */
  private Sample part(long tasks) throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    threads.resetPeakThreadCount();
    long middle = tasks - tasksPerPart / 2;
    long openHeap = 0;
    while (Mixed.TASKS.sum() < tasks && wrong.get() == null) {
      places.acquire();
      begin();
      if (++waiting == open) {
        openGate();
      }
      if (openHeap == 0 && Mixed.TASKS.sum() >= middle) {
        openHeap = heapAfterCollection();
      }
    }
    openGate();
    places.acquire(open);
    places.release(open);
    int most = threads.getPeakThreadCount();
    return new Sample(openHeap, most, heapAfterCollection(), threads.getThreadCount());
  }

  private void openGate() {
    mostOpen = Math.max(mostOpen, running.size());
    waiting = 0;
    CompletableFuture<Integer> current = gate;
    gate = new CompletableFuture<>();
    current.complete(0);
  }

  private void begin() {
    int chance = random.nextInt(100);
    Kind kind = chance < 70
        ? Kind.SUM
        : chance < 85 ? Kind.FAILS : chance < 90 ? Kind.TIMES_OUT : Kind.CANCELLED;
    Run<Integer> run = switch (kind) {
      case SUM -> flow.sum(gate, elements);
      case FAILS -> flow.fails(gate, elements);
      case TIMES_OUT -> flow.timesOut(gate, elements);
      case CANCELLED -> flow.hangs(gate, elements);
    };
    running.add(run);
    var unused = run.ended().whenComplete((none, thrown) -> {
      check(run, kind);
      running.remove(run);
      places.release();
    });
    if (kind == Kind.CANCELLED) {
      cancel(run);
    }
  }

  /** At once, or sooner or later, on another thread. */
  private void cancel(Run<Integer> run) {
    if (random.nextInt(4) == 0) {
      run.cancel(true);
    } else {
      var unused = flow.next(0).whenComplete((value, thrown) -> run.cancel(true));
    }
  }

  private void check(Run<Integer> run, Kind kind) {
    String outcome;
    try {
      int value = run.join();
      outcome = value == Mixed.expected() ? "SUM" : "value " + value;
      succeeded.increment();
    } catch (CancellationException e) {
      outcome = "CANCELLED";
      cancelled.increment();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof TaskTimeoutException) {
        outcome = "TIMES_OUT";
        timedOut.increment();
      } else {
        outcome = cause instanceof Mixed.PlannedException planned
                && ("failure " + Mixed.expected()).equals(planned.getMessage())
            ? "FAILS"
            : String.valueOf(cause);
        failed.increment();
      }
    }
    if (!outcome.equals(kind.name())) {
      wrong.compareAndSet(null, "a run that should be " + kind + " came to " + outcome);
    }
  }

  /** The smallest of a few, since a collection may leave some garbage. */
  private static long heapAfterCollection() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /** What the last parts have more of than the first ones after the warm-up; null if nothing. */
  private static @Nullable String growth(List<Sample> samples) {
    List<Sample> first = samples.subList(WARM_UP, WARM_UP + (PARTS - WARM_UP) / 2);
    List<Sample> last = samples.subList(PARTS - (PARTS - WARM_UP) / 2, PARTS);
    long heapThen = first.stream().mapToLong(Sample::heap).max().orElseThrow();
    long heapNow = last.stream().mapToLong(Sample::heap).min().orElseThrow();
    if (heapNow > heapThen * MOST_GROWTH + HEAP_SLACK) {
      return "the heap has grown from " + heapThen + " to " + heapNow + " bytes";
    }
    int threadsThen = first.stream().mapToInt(Sample::openThreads).max().orElseThrow();
    int threadsNow = last.stream().mapToInt(Sample::openThreads).min().orElseThrow();
    if (threadsNow > threadsThen * MOST_GROWTH + THREAD_SLACK) {
      return "the threads have grown from " + threadsThen + " to " + threadsNow;
    }
    return null;
  }
}
