package dev.makespan.benchmarks.soak;

import dev.makespan.Dynamic;
import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What a soak runs: maps, nested workflows, dynamics, retries, failures and tasks that hang. */
final class Mixed {
  /** How many tasks have begun. */
  static final LongAdder TASKS = new LongAdder();

  static final int ELEMENTS = 100;
  static final int NESTED = 20;
  static final int DEPTH = 20;

  private Mixed() {}

  /** A failure that belongs to the program. */
  static final class PlannedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlannedException(String message) {
      super(message);
    }
  }

  @Task
  static int next(int value) {
    TASKS.increment();
    return value + 1;
  }

  @MapTask(concurrency = 3)
  static int scaled(int value, int factor) {
    TASKS.increment();
    return value * factor;
  }

  @Task(pool = "soak")
  static int pooled(int value) {
    TASKS.increment();
    return value;
  }

  /** Most attempts succeed; that all of a call's fail is out of the question. */
  @Task(retries = 60, backoff = "1ms", maxBackoff = "4ms")
  static int flaky(int value) {
    TASKS.increment();
    if (ThreadLocalRandom.current().nextInt(4) == 0) {
      throw new PlannedException("tried again");
    }
    return value;
  }

  /** Holds its slot, and no thread, until the gate is opened, by 0. */
  @Task
  static CompletionStage<Integer> admitted(CompletableFuture<Integer> gate) {
    TASKS.increment();
    return gate.copy();
  }

  @Task
  static CompletionStage<Integer> later(int value) {
    TASKS.increment();
    return CompletableFuture.supplyAsync(() -> value);
  }

  @Task
  static int failing(int value) {
    TASKS.increment();
    throw new PlannedException("failure " + value);
  }

  @Task(timeout = "20ms")
  static int hanging() throws InterruptedException {
    TASKS.increment();
    new CountDownLatch(1).await();
    return 0;
  }

  /** Ends by being cancelled. */
  @Task
  static int endless() throws InterruptedException {
    TASKS.increment();
    new CountDownLatch(1).await();
    return 0;
  }

  @Workflow
  static int twice(int value) {
    return next(next(value));
  }

  @Dynamic
  static int dive(int depth) {
    MixedFlow flow = MixedFlow.current();
    return depth == 0 ? flow.next(0).join() : 1 + flow.dive(depth - 1).join();
  }

  @Workflow
  static int sum(CompletableFuture<Integer> gate, List<Integer> elements)
      throws InterruptedException {
    CompletionStage<Integer> admitted = admitted(gate);
    int first = admitted.toCompletableFuture().join();
    List<Integer> some = elements.subList(first, NESTED);
    List<Integer> light = Makespan.map(elements.subList(first, ELEMENTS), Mixed::next);
    List<Integer> nested = Makespan.map(some, Mixed::twice);
    List<Integer> scaled = some.stream().map(each -> scaled(each, 2)).toList();
    int deep = dive(DEPTH + first);
    int pooled = pooled(1 + first);
    int flaky = flaky(1 + first);
    CompletionStage<Integer> later = later(1 + first);
    return light.size()
        + nested.size()
        + scaled.size()
        + deep
        + pooled
        + flaky
        + later.toCompletableFuture().join();
  }

  /** What {@link #sum} comes to. */
  static int expected() {
    return ELEMENTS + NESTED + NESTED + DEPTH + 1 + 1 + 1 + 1;
  }

  static List<Integer> elements() {
    return IntStream.range(0, ELEMENTS).boxed().toList();
  }

  @Workflow
  static int fails(CompletableFuture<Integer> gate, List<Integer> elements)
      throws InterruptedException {
    int value = sum(gate, elements);
    return failing(value);
  }

  @Workflow
  static int timesOut(CompletableFuture<Integer> gate, List<Integer> elements)
      throws InterruptedException {
    int value = sum(gate, elements);
    int late = hanging();
    return value + late;
  }

  @Workflow
  static int hangs(CompletableFuture<Integer> gate, List<Integer> elements)
      throws InterruptedException {
    int value = sum(gate, elements);
    int never = endless();
    return value + never;
  }
}
