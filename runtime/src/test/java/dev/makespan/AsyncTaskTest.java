package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that return a stage, and last until it is complete. */
class AsyncTaskTest {
  private final TestFlow flow = new TestFlow();
  private final BlockingQueue<CompletableFuture<Integer>> asked = new LinkedBlockingQueue<>();

  /** Gives a new future, which the test completes. */
  private final TaskDef<CompletionStage<Integer>> request = of("request", () -> {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    asked.add(future);
    return future;
  });

  private interface Stages {
    CompletionStage<Integer> next() throws Throwable;
  }

  private TaskDef<CompletionStage<Integer>> of(String name, Stages stages) {
    return flow.<CompletionStage<Integer>>task(name, in -> stages.next()).asynchronous();
  }

  private CompletableFuture<Integer> nextAsked() throws InterruptedException {
    return asked.poll(20, TimeUnit.SECONDS);
  }

  /** A workflow that joins what the task gives, in an expression. */
  private Run<Integer> joined(TaskDef<CompletionStage<Integer>> task) {
    return flow.run((run, in) -> {
      Step<CompletionStage<Integer>> stage = run.call(task, 1);
      return run.eval("value", 2, () -> stage.value().toCompletableFuture().join(), stage);
    });
  }

  @Test
  void giveTheirValueWhenTheStageIsComplete() throws Throwable {
    Run<Integer> run = joined(request);
    CompletableFuture<Integer> future = nextAsked();
    assertFalse(run.isDone());
    future.complete(7);

    assertEquals(7, Waiting.<Integer>on(run));
  }

  @Test
  void mayGiveAStageThatIsComplete() throws Throwable {
    assertEquals(
        7, Waiting.<Integer>on(joined(of("done", () -> CompletableFuture.completedFuture(7)))));
    assertEquals(
        null,
        Waiting.<Integer>on(joined(of("done", () -> CompletableFuture.completedStage(null)))));
  }

  @Test
  void holdTheirSlotsUntilTheStageIsComplete() throws Throwable {
    AtomicBoolean complete = new AtomicBoolean();
    TaskDef<Boolean> next = flow.task("next", in -> complete.get());
    Run<Boolean> run = flow.run(flow.<Boolean>workflow("flow", (body, in) -> {
          body.call(request, 1);
          return body.call(next, 2);
        })
        .maxParallelism(1));
    CompletableFuture<Integer> future = nextAsked();
    complete.set(true);
    future.complete(1);

    assertTrue(Waiting.<Boolean>on(run));
  }

  @Test
  void holdNoThreadMeanwhile() throws Throwable {
    int threads = Thread.activeCount();
    Run<List<CompletionStage<Integer>>> run =
        flow.run(flow.<List<CompletionStage<Integer>>>workflow(
                "wide",
                (body, in) ->
                    body.map(request, 1, IntStream.range(0, 2_000).boxed().toList()))
            .maxParallelism(0));
    List<CompletableFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      futures.add(nextAsked());
    }
    // Those that started the last ones may still be leaving.
    assertTrue(Thread.activeCount() < threads + 200, Thread.activeCount() + " threads");
    futures.forEach(each -> each.complete(1));

    assertEquals(2_000, Waiting.on(run).size());
  }

  @Test
  void letNothingOfTheRunRunOnTheThreadThatCompletes() throws Throwable {
    List<Thread> threads = new ArrayList<>();
    TaskDef<Integer> next = flow.task("next", in -> {
      threads.add(Thread.currentThread());
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<CompletionStage<Integer>> stage = body.call(request, 1);
      Step<Integer> value = body.eval(
          "value",
          2,
          () -> {
            threads.add(Thread.currentThread());
            return stage.value().toCompletableFuture().join();
          },
          stage);
      return body.call(next, 3, value);
    });
    var after = run.thenRun(() -> threads.add(Thread.currentThread()));
    CompletableFuture<Integer> future = nextAsked();
    // Time for the engine to wait for the stage, so that completing it is what goes on.
    while (future.getNumberOfDependents() == 0) {
      Thread.onSpinWait();
    }
    future.complete(1);

    Waiting.on(after);
    assertEquals(3, threads.size());
    for (Thread each : threads) {
      assertNotSame(Thread.currentThread(), each);
    }
  }

  @Test
  void failWithTheStagesOwnException() throws Throwable {
    IOException failure = new IOException();
    Run<Integer> run = joined(request);
    nextAsked().completeExceptionally(failure);
    assertSame(failure, Waiting.failure(run));

    assertSame(
        failure,
        Waiting.failure(joined(of(
            "derived",
            () -> CompletableFuture.<Integer>failedFuture(new CompletionException(failure))
                .thenApply(each -> each)))));
    assertSame(failure, Waiting.failure(joined(of("throws", () -> {
      throw failure;
    }))));
  }

  @Test
  void failWithACancellationThatIsTheirOwn() throws Throwable {
    Run<Integer> run = joined(request);
    nextAsked().cancel(true);

    assertInstanceOf(CancellationException.class, Waiting.failure(run));
    Waiting.ended(run);
    assertEquals(RunReport.Outcome.FAILED, run.report().outcome());
  }

  @Test
  void failWhenTheyGiveNoStage() throws Throwable {
    Throwable thrown = Waiting.failure(joined(of("none", () -> null)));

    assertInstanceOf(NullPointerException.class, thrown);
    assertEquals(
        "task " + TestFlow.class.getName() + ".none returned null for its stage",
        thrown.getMessage());
    assertEquals("none", thrown.getStackTrace()[0].getMethodName());
  }

  @Test
  void cancelTheirStageWhenTheyTimeOut() throws Throwable {
    Run<Integer> run = joined(request.timeout(1));

    assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    Waiting.ended(run);
    assertTrue(nextAsked().isCancelled());
    assertEquals(0, run.report().overruns());
  }

  @Test
  void cancelTheirStageWhenTheRunIsCancelled() throws Throwable {
    Run<Integer> run = joined(request);
    CompletableFuture<Integer> future = nextAsked();
    run.cancel(true);

    Waiting.ended(run);
    assertTrue(future.isCancelled());
    assertEquals(0, run.report().overruns());
  }

  @Test
  void cancelAStageThatComesAfterTheCancel() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Integer> future = new CompletableFuture<>();
    Run<Integer> run = joined(of("late", () -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        // It gives its stage all the same.
      }
      return future;
    }));
    Waiting.on(started);
    run.cancel(true);

    Waiting.ended(run);
    assertTrue(future.isCancelled());
    assertEquals(0, run.report().overruns());
  }

  @Test
  void areOverrunsIfTheirStageCantBeCancelled() throws Throwable {
    CompletableFuture<Integer> hidden = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(2);
    Run<Integer> run = flow.run((body, in) -> {
      body.call(
          of("minimal", () -> {
            asked.countDown();
            return hidden.minimalCompletionStage();
          }),
          1);
      Step<CompletionStage<Integer>> stage = body.call(
          of("odd", () -> {
            asked.countDown();
            return new OddStage() {
              @Override
              public CompletableFuture<Integer> toCompletableFuture() {
                throw new UnsupportedOperationException();
              }
            };
          }),
          2);
      return body.eval("value", 3, () -> 1, stage);
    });
    Waiting.on(asked);
    run.cancel(true);

    Waiting.ended(run);
    assertEquals(2, run.report().overruns());
    hidden.complete(1);
  }

  @Test
  void areTriedAgain() throws Throwable {
    Run<Integer> run = joined(request.retries(2).backoff(1, 1));
    nextAsked().completeExceptionally(new IOException());
    nextAsked().completeExceptionally(new IOException());
    nextAsked().complete(3);

    assertEquals(3, Waiting.<Integer>on(run));
  }

  @Test
  void areTriedAgainWhenTheyTookTooLong() throws Throwable {
    AtomicInteger attempts = new AtomicInteger();
    Run<Integer> run = joined(of(
            "slow",
            () -> attempts.incrementAndGet() == 1
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(2))
        .timeout(500)
        .retries(1)
        .backoff(1, 1));

    assertEquals(2, Waiting.<Integer>on(run));
  }

  @Test
  void mayGiveARun() throws Throwable {
    TaskDef<Integer> inner = flow.task("inner", in -> 7);
    assertEquals(7, Waiting.<Integer>on(joined(of("starts", () -> flow.run(inner)))));

    TaskDef<Integer> hangs = flow.task("hangs", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    AtomicReference<Run<Integer>> started = new AtomicReference<>();
    Run<Integer> run = joined(of("starts", () -> {
          started.set(flow.run(hangs));
          return started.get();
        })
        .timeout(200));
    assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    Waiting.ended(run);
    assertTrue(started.get().isCancelled());
  }

  @Test
  void runInMapsWithinTheirLimit() throws Throwable {
    TaskDef<CompletionStage<Integer>> element = flow.<CompletionStage<Integer>>mapTask(
            "element", in -> {
              CompletableFuture<Integer> future = new CompletableFuture<>();
              asked.add(future);
              return future;
            })
        .asynchronous()
        .concurrency(2);
    CompletableFuture<List<CompletionStage<Integer>>> map =
        flow.map(element, List.of(1, 2, 3, 4, 5), Body.ELEMENT);
    for (int i = 0; i < 5; i++) {
      CompletableFuture<Integer> future = nextAsked();
      assertTrue(asked.size() <= 1);
      future.complete(i);
    }
    for (CompletionStage<Integer> each : Waiting.on(map)) {
      assertTrue(each.toCompletableFuture().isDone());
    }
  }

  // Stages of other makes.

  /** A stage of which only what a test overrides works. */
  private static class OddStage extends CompletableFuture<Integer> {
    @Override
    public CompletableFuture<Integer> whenComplete(
        BiConsumer<? super Integer, ? super Throwable> action) {
      return this;
    }
  }

  @Test
  void failWithWhatTheirStageThrows() throws Throwable {
    IllegalStateException failure = new IllegalStateException("odd");
    assertSame(failure, Waiting.failure(joined(of("odd", () -> new OddStage() {
      @Override
      public CompletableFuture<Integer> whenComplete(
          BiConsumer<? super Integer, ? super Throwable> action) {
        throw failure;
      }
    }))));
  }

  @Test
  void countTheFirstTimeThatTheirStageCompletes() throws Throwable {
    assertEquals(1, Waiting.<Integer>on(joined(of("twice", () -> new OddStage() {
      @Override
      public CompletableFuture<Integer> whenComplete(
          BiConsumer<? super Integer, ? super Throwable> action) {
        action.accept(1, null);
        action.accept(2, null);
        action.accept(null, new IOException());
        throw new IllegalStateException("too late");
      }
    }))));
  }

  @Test
  void giveACompleteFutureAlsoForAStageThatOnlySaysSo() throws Throwable {
    assertEquals(1, Waiting.<Integer>on(joined(of("early", () -> new OddStage() {
      @Override
      public CompletableFuture<Integer> whenComplete(
          BiConsumer<? super Integer, ? super Throwable> action) {
        action.accept(1, null);
        return this;
      }
    }))));
    assertEquals(1, Waiting.<Integer>on(joined(of("odd", () -> new OddStage() {
      @Override
      public CompletableFuture<Integer> whenComplete(
          BiConsumer<? super Integer, ? super Throwable> action) {
        action.accept(1, null);
        return this;
      }

      @Override
      public boolean isDone() {
        throw new IllegalStateException("odd");
      }
    }))));
  }
}
