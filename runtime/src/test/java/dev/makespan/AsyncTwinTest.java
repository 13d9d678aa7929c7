package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The twins of asynchronous tasks. */
class AsyncTwinTest {
  private final TestFlow flow = new TestFlow();
  private final CompletableFuture<Integer> stage = new CompletableFuture<>();
  private final CountDownLatch called = new CountDownLatch(1);
  private final IOException failure = new IOException("no answer");

  /** Returns the stage, which a test completes. */
  private final TaskDef<CompletionStage<Integer>> ask = flow.<CompletionStage<Integer>>task(
          "ask", in -> {
            called.countDown();
            return stage;
          })
      .asynchronous();

  private final TaskDef<CompletionStage<Integer>> next =
      flow.<CompletionStage<Integer>>task("next", this::next).asynchronous();

  private final TaskDef<CompletionStage<Integer>> each =
      flow.<CompletionStage<Integer>>mapTask("each", this::next).asynchronous();

  /** Returns a stage that is complete, with one more; with a failure for 0. */
  private CompletionStage<Integer> next(Object... in) {
    return (int) in[0] == 0
        ? CompletableFuture.failedFuture(failure)
        : CompletableFuture.completedFuture((int) in[0] + 1);
  }

  @Test
  void givesWhatTheStageGives() throws Throwable {
    CompletableFuture<Integer> twin = flow.callAsync(ask);
    Waiting.on(called);
    assertFalse(twin.isDone());
    stage.complete(3);
    assertEquals(3, Waiting.on(twin));
  }

  @Test
  void mayGiveNull() throws Throwable {
    CompletableFuture<Integer> twin = flow.callAsync(ask);
    stage.complete(null);
    assertNull(Waiting.on(twin));
  }

  @Test
  void failsWithTheExceptionOfTheStage() throws Throwable {
    CompletableFuture<Integer> twin = flow.callAsync(ask);
    stage.completeExceptionally(failure);
    assertSame(failure, Waiting.failure(twin));
  }

  @Test
  void failsThatTheStageIsNull() throws Throwable {
    TaskDef<CompletionStage<Integer>> none =
        flow.<CompletionStage<Integer>>task("none", in -> null).asynchronous();
    Throwable thrown = Waiting.failure(flow.callAsync(none));
    assertInstanceOf(NullPointerException.class, thrown);
    assertTrue(thrown.getMessage().contains("none returned null"), thrown.getMessage());
  }

  @Test
  void cancelsTheStageWithTheTwin() throws Throwable {
    CompletableFuture<Integer> twin = flow.callAsync(ask);
    Waiting.on(called);
    assertTrue(twin.cancel(true));
    Waiting.ended((Run<?>) twin);
    assertTrue(stage.isCancelled());
    assertTrue(twin.isCancelled());
  }

  @Test
  void failsWhenTheStageTakesTooLong() throws Throwable {
    assertInstanceOf(TaskTimeoutException.class, Waiting.failure(flow.callAsync(ask.timeout(1))));
  }

  @Test
  void isTriedAgainWhenTheStageFails() throws Throwable {
    AtomicInteger calls = new AtomicInteger();
    TaskDef<CompletionStage<Integer>> third = flow.<CompletionStage<Integer>>task(
            "third",
            in -> calls.incrementAndGet() < 3
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.completedFuture(calls.get()))
        .retries(2)
        .backoff(1, 1)
        .asynchronous();
    assertEquals(3, Waiting.on(flow.callAsync(third)));
  }

  @Test
  void mapsInOrder() throws Throwable {
    assertEquals(List.of(2, 3, 4), Waiting.on(flow.mapAsync(each, List.of(1, 2, 3), Body.ELEMENT)));
  }

  @Test
  void failsAMapWithTheStageOfAnElement() throws Throwable {
    assertSame(failure, Waiting.failure(flow.mapAsync(each, List.of(1, 0, 3), Body.ELEMENT)));
  }

  @Test
  void joinsTheRunOfADynamic() throws Throwable {
    TaskDef<Integer> sum = flow.dynamic("sum", in -> {
      TestFlow joined = flow.joined();
      CompletableFuture<Integer> one = joined.callAsync(next, 4);
      CompletableFuture<List<Integer>> two = joined.mapAsync(each, List.of(1, 2), Body.ELEMENT);
      return one.join() + two.join().get(1);
    });
    Run<Integer> run = flow.run(sum);
    assertEquals(8, Waiting.on(run));
    assertEquals(List.of("sum", "next", "each", "each"), names(run));
  }

  private static List<String> names(Run<?> run) {
    return run.graph().nodes().stream().map(RunGraph.Node::name).toList();
  }

  @Test
  void failsADynamicThatDoesNotLookAtIt() throws Throwable {
    TaskDef<Integer> careless = flow.dynamic("careless", in -> {
      CompletableFuture<Integer> unseen = flow.joined().callAsync(next, 0);
      return unseen == null ? 0 : 1;
    });
    assertSame(failure, Waiting.failure(flow.run(careless)));
  }

  @Test
  void leavesTheFailureToADynamicThatLooksAtIt() throws Throwable {
    TaskDef<Integer> careful = flow.dynamic("careful", in -> {
      try {
        return Makespan.join(flow.joined().callAsync(next, 0));
      } catch (Throwable thrown) {
        return thrown == failure ? 7 : 0;
      }
    });
    assertEquals(7, Waiting.on(flow.run(careful)));
  }

  @Test
  void waitsWhereItIsCalledOutsideAnyRun() throws Throwable {
    TestFlow sequential = flow.joined();
    Thread completes = new Thread(() -> {
      called.countDown();
      stage.complete(5);
    });
    completes.start();
    CompletableFuture<Integer> twin = sequential.callAsync(ask);
    assertTrue(twin.isDone());
    assertEquals(5, twin.join());
    assertEquals(
        List.of(2, 3), sequential.mapAsync(each, List.of(1, 2), Body.ELEMENT).join());
    assertSame(failure, Waiting.failure(sequential.callAsync(next, 0)));
    assertSame(failure, Waiting.failure(sequential.mapAsync(each, List.of(1, 0), Body.ELEMENT)));
    completes.join();
  }

  @Test
  void hasAPlainSignatureThatGivesACompleteStage() throws Throwable {
    CompletableFuture<Integer> complete = Caller.joinStage(flow.callAsync(next, 1));
    assertTrue(complete.isDone());
    assertEquals(2, complete.join());
    CompletableFuture<Integer> failed = Caller.joinStage(flow.callAsync(next, 0));
    assertSame(failure, Waiting.failure(failed));
    List<CompletableFuture<Integer>> all =
        Caller.joinStages(flow.mapAsync(each, List.of(1, 2), Body.ELEMENT));
    assertEquals(List.of(2, 3), all.stream().map(CompletableFuture::join).toList());
  }
}
