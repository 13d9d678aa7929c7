package dev.makespan;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * A main: many runs of all sorts on a few runners, some of which are cancelled, then all runners
 * are closed. It prints the threads that the runners have left, which must be none: platform
 * threads, and virtual ones where the JDK can list them.
 */
final class Storm {
  private static final int RUNNERS = 4;
  private static final int RUNS = 300;

  /** Longer than a thread may take to end, less than an idle one of a pool is kept. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Random random = new Random(1);
  private final TestFlow flow;
  private final TaskDef<Integer> root;

  private Storm(Runner runner) {
    flow = new TestFlow(runner);
    TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);
    TaskDef<Integer> pooled = flow.<Integer>task("pooled", in -> 1).pool("pool");
    TaskDef<Integer> hangs = flow.task("hangs", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    TaskDef<Integer> failing = flow.<Integer>task("failing", in -> {
          throw new IllegalStateException("planned");
        })
        .retries(2)
        .backoff(1, 2);
    TaskDef<CompletionStage<Integer>> async = flow.<CompletionStage<Integer>>task(
            "async", in -> CompletableFuture.supplyAsync(() -> 1))
        .asynchronous();
    TaskDef<CompletionStage<Integer>> never = flow.<CompletionStage<Integer>>task(
            "never", in -> new CompletableFuture<>())
        .asynchronous()
        .timeout(5);
    TaskDef<Integer> inner =
        flow.workflow("inner", (body, in) -> body.call(next, 2, body.call(next, 1, in[0])));
    List<Integer> elements = IntStream.range(0, 50).boxed().toList();
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow joined = flow.joined();
      Run<Integer> first = joined.run(next, 1);
      CompletableFuture<List<Integer>> mapped = joined.map(inner, elements, Body.ELEMENT);
      CompletableFuture<Integer> stage = joined.callAsync(async);
      return first.join()
          + mapped.join().size()
          + stage.thenApplyAsync(value -> value).join();
    });
    root = flow.workflow("root", (body, in) -> {
      int kind = (Integer) in[0];
      Step<List<Integer>> mapped = body.map(inner, 1, elements, Body.ELEMENT);
      Step<Integer> called = body.call(dynamic, 2);
      body.map(pooled, 3, elements);
      switch (kind) {
        case 0 -> body.call(hangs.timeout(5), 4);
        case 1 -> body.call(failing, 5);
        case 2 -> body.call(never, 6);
        case 3 -> body.call(hangs, 7);
        default -> body.call(async, 8);
      }
      return body.eval("sum", 9, () -> mapped.value().size() + called.value(), mapped, called);
    });
  }

  /** Starts many runs, cancels those that would hang, and waits for most of the others. */
  private void blow() throws Throwable {
    List<Run<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      int kind = random.nextInt(6);
      Run<Integer> run = flow.run(root, kind);
      if (kind == 3 || random.nextInt(5) == 0) {
        run.cancel(true);
      }
      runs.add(run);
    }
    for (Run<Integer> run : runs.subList(0, RUNS - 50)) {
      Waiting.ended(run);
    }
  }

  public static void main(String[] args) throws Throwable {
    for (int i = 0; i < RUNNERS; i++) {
      Runner runner = Runner.builder().pool("pool", 2).build();
      new Storm(runner).blow();
      runner.closeNow();
    }
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    List<String> left = left();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      left = left();
    }
    System.out.println("left " + left);
    // What would be left if one were open.
    Runner open = Runner.builder().build();
    TestFlow flow = new TestFlow(open);
    Run<Integer> run = flow.run(flow.<Integer>task("hangs", in -> {
      Waiting.forInterrupt();
      return 1;
    }));
    while (left().isEmpty()) {
      Thread.onSpinWait();
    }
    System.out.println("found " + left().size());
    run.cancel(true);
    open.close();
  }

  private static List<String> left() throws IOException, ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getName().startsWith("makespan")) {
        names.add(each.getName());
      }
    }
    names.addAll(virtualLeft());
    return names;
  }

  /** The names of virtual threads, from JDK 21 on; there is no shorter way to them. */
  private static List<String> virtualLeft() throws IOException, ReflectiveOperationException {
    if (Runtime.version().feature() < 21) {
      return List.of();
    }
    Class<? extends PlatformManagedObject> type = Class.forName(
            "com.sun.management.HotSpotDiagnosticMXBean")
        .asSubclass(PlatformManagedObject.class);
    Class<?> format = Class.forName(type.getName() + "$ThreadDumpFormat");
    Path file = Files.createTempDirectory("threads").resolve("dump.txt");
    type.getMethod("dumpThreads", String.class, format)
        .invoke(
            ManagementFactory.getPlatformMXBean(type),
            file.toString(),
            format.getEnumConstants()[0]);
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("#") && line.contains("\"makespan"))
          .toList();
    } finally {
      Files.delete(file);
      Files.delete(file.getParent());
    }
  }
}
