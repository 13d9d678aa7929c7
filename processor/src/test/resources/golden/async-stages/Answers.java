package demo;

import dev.makespan.MapTask;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Stages that another thread completes, and stages that fail. */
final class Answers {
  private Answers() {}

  @Task
  static CompletableFuture<Integer> request(int value) {
    return later(value);
  }

  @MapTask(concurrency = 2)
  static CompletionStage<Integer> each(int value, int more) {
    return later(value).thenApplyAsync(found -> found + more);
  }

  @Task
  static CompletionStage<Void> store(int value, AtomicInteger stored) {
    return later(value).thenAccept(stored::addAndGet);
  }

  @Task
  static CompletionStage<Integer> nothing(int value) {
    return value > 0 ? later(value) : null;
  }

  @Task(retries = 2, backoff = "1ms")
  static CompletionStage<Integer> flaky(AtomicInteger calls) {
    int call = calls.incrementAndGet();
    return later(call).thenApply(found -> {
      if (found < 4) {
        throw new IllegalStateException("call " + found);
      }
      return found;
    });
  }

  private static CompletableFuture<Integer> later(int value) {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      if (value < 0) {
        stage.completeExceptionally(new IOException("negative: " + value));
      } else {
        stage.complete(value + 1);
      }
    });
    thread.start();
    return stage;
  }

  @Task
  static int sum(int first, int second) {
    return first + second;
  }

  @Workflow
  static int both(int value) {
    CompletableFuture<Integer> first = request(value);
    CompletableFuture<Integer> second = request(value + 1);
    return sum(first.join(), second.join());
  }

  @Workflow
  static int joined(int value) {
    int first = Makespan.join(request(value));
    int second = Makespan.join(request(value - 1));
    return sum(first, second);
  }

  @Workflow
  static List<Integer> mapped(List<Integer> values) {
    return Makespan.map(values, value -> Makespan.join(each(value, 1)));
  }

  @Workflow
  static List<Optional<Integer>> some(List<Integer> values) {
    return Makespan.mapSome(0.5, values, value -> Makespan.join(request(value)));
  }

  @Workflow
  static int missing(int value) {
    return Makespan.join(nothing(value));
  }

  @Workflow
  static int unused(int value, AtomicInteger stored) {
    store(value, stored);
    return value;
  }

  @Workflow
  static int eventually(AtomicInteger calls) {
    return Makespan.join(flaky(calls));
  }
}
