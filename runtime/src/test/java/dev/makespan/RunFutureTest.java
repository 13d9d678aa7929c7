package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Caller;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunFutureTest {
  private final TestFlow flow = new TestFlow();
  private final IOException thrown = new IOException();
  private final TaskDef<Integer> one = flow.task("one", in -> 1);
  private final TaskDef<Integer> failing = flow.task("failing", in -> {
    throw thrown;
  });
  private final CountDownLatch leave = new CountDownLatch(1);
  private final TaskDef<Integer> waiting = flow.task("waiting", in -> {
    Waiting.on(leave);
    return 1;
  });

  @Test
  void givesItsValueInEveryWay() throws Exception {
    Run<Integer> run = flow.run(one);

    assertEquals(1, run.join());
    assertEquals(1, run.get());
    assertEquals(1, run.get(1, TimeUnit.NANOSECONDS));
    assertEquals(1, run.getNow(2));
    assertEquals(1, run.resultNow());
    assertThrows(IllegalStateException.class, run::exceptionNow);
    assertFalse(run.isCompletedExceptionally());
  }

  /** An exception that can't tell its text. */
  private static final class Untellable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  @Test
  void tellsAFailureThatHasNoText() {
    Untellable untellable = new Untellable();
    Run<Object> run = flow.run(flow.task("untellable", in -> {
      throw untellable;
    }));

    assertSame(untellable, assertThrows(ExecutionException.class, run::get).getCause());
    assertSame(
        untellable,
        assertThrows(ExecutionException.class, () -> run.get(1, TimeUnit.SECONDS))
            .getCause());
    assertSame(untellable, assertThrows(Untellable.class, () -> Caller.join(run)));
  }

  @Test
  void wrapsItsFailureAsEveryFutureAndUnwrapsItInMakespanJoin() {
    Run<Integer> run = flow.run(failing);

    assertSame(thrown, assertThrows(IOException.class, () -> Makespan.join(run)));
    assertSame(thrown, assertThrows(CompletionException.class, run::join).getCause());
    assertSame(thrown, assertThrows(ExecutionException.class, run::get).getCause());
    assertSame(
        thrown,
        assertThrows(ExecutionException.class, () -> run.get(1, TimeUnit.SECONDS))
            .getCause());
    assertSame(thrown, run.exceptionNow());
    assertThrows(IllegalStateException.class, run::resultNow);
    assertTrue(run.isCompletedExceptionally());
  }

  @Test
  void aCompletionExceptionOfTheTaskItselfComesThroughMakespanJoin() {
    CompletionException own = new CompletionException(thrown);
    Run<Integer> run = flow.run(flow.<Integer>task("wrapping", in -> {
      throw own;
    }));

    assertSame(own, assertThrows(CompletionException.class, () -> Makespan.join(run)));
    assertSame(own, assertThrows(CompletionException.class, run::join));
    assertSame(own, run.exceptionNow());
    // What a CompletableFuture does: get takes it for the wrapper.
    assertSame(thrown, assertThrows(ExecutionException.class, run::get).getCause());
    assertSame(
        thrown,
        assertThrows(
                ExecutionException.class,
                () -> CompletableFuture.failedFuture(own).get())
            .getCause());
  }

  @Test
  void anExecutionExceptionOfTheTaskItselfIsWrappedLikeAnyOther() {
    ExecutionException own = new ExecutionException(thrown);
    Run<Integer> run = flow.run(flow.<Integer>task("wrapping", in -> {
      throw own;
    }));

    assertSame(own, assertThrows(ExecutionException.class, () -> Makespan.join(run)));
    assertSame(own, assertThrows(CompletionException.class, run::join).getCause());
    assertSame(own, assertThrows(ExecutionException.class, run::get).getCause());
    assertSame(own, run.exceptionNow());
  }

  @Test
  void aTimedGetGivesUpAndLeavesTheRunAlone() throws Throwable {
    Run<Integer> run = flow.run(waiting);

    assertThrows(TimeoutException.class, () -> run.get(1, TimeUnit.NANOSECONDS));
    assertThrows(IllegalStateException.class, run::resultNow);
    assertThrows(IllegalStateException.class, run::exceptionNow);
    leave.countDown();
    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void aStageDerivedFromItIsAFlowFutureToo() throws Throwable {
    Run<Integer> run = flow.run(one);
    CompletableFuture<Integer> derived = run.thenApply(value -> value + 1);

    assertInstanceOf(FlowFuture.class, derived);
    assertEquals(2, derived.join());
    assertEquals(3, derived.thenCombine(run, Integer::sum).get());
    assertEquals(1, run.copy().join());
    assertEquals(1, run.minimalCompletionStage().toCompletableFuture().join());
  }

  @Test
  void anAsynchronousStageRunsOnTheRunsThreads() throws Throwable {
    Thread thread =
        flow.run(one).thenApplyAsync(value -> Thread.currentThread()).join();

    assertNotSame(Thread.currentThread(), thread);
    assertTrue(thread.getName().startsWith("makespan-"), thread.getName());
  }

  @Test
  void aDerivedStageCanBeCancelledAndTimedOnItsOwn() throws Throwable {
    Run<Integer> run = flow.run(waiting);
    CompletableFuture<Integer> cancelled = run.thenApply(value -> value);
    cancelled.cancel(true);
    CompletableFuture<Integer> timed = run.thenApply(value -> value);

    assertInstanceOf(
        TimeoutException.class, Waiting.failure(timed.orTimeout(1, TimeUnit.MILLISECONDS)));
    assertFalse(run.isDone());
    leave.countDown();
    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void aCallbackThatThrowsFailsItsOwnStageOnly() throws Throwable {
    Run<Integer> run = flow.run(waiting);
    StackOverflowError error = new StackOverflowError();
    CompletableFuture<Object> stage = run.thenApply(value -> {
      throw error;
    });
    leave.countDown();

    assertSame(error, Waiting.failure(stage));
    Waiting.ended(run);
    assertEquals(1, run.join());
  }

  @Test
  void anExceptionWithoutATextDoesNotKeepTheRunFromEnding() throws Throwable {
    RuntimeException hostile = new RuntimeException() {
      @Override
      public String toString() {
        throw new UnsupportedOperationException();
      }
    };
    Run<Integer> run = flow.run(flow.<Integer>task("hostile", in -> {
      Waiting.on(leave);
      throw hostile;
    }));
    CountDownLatch told = new CountDownLatch(2);
    run.whenComplete((value, e) -> told.countDown());
    CompletableFuture<Integer> unused = run.thenApply(value -> value);
    run.handle((value, e) -> {
      told.countDown();
      return 0;
    });
    leave.countDown();

    Waiting.on(told);
    Waiting.ended(run);
    assertSame(hostile, Waiting.failure(run));
  }

  /** It would cancel the run, and then nobody would complete the future any more. */
  @Test
  void aFailureFromOutsideThatIsNullIsRefusedAndLeavesTheRunAlone() throws Throwable {
    Run<Integer> run = flow.run(waiting);

    assertThrows(NullPointerException.class, () -> run.completeExceptionally(null));
    assertThrows(NullPointerException.class, () -> run.obtrudeException(null));
    assertFalse(run.isDone());
    leave.countDown();
    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void hasAnIdOfItsOwn() {
    Run<Integer> first = flow.run(one);
    Run<Integer> second = flow.run(one);

    assertTrue(first.id().startsWith("one-"), first.id());
    assertFalse(first.id().equals(second.id()));
    first.join();
    second.join();
  }

  private static CompletableFuture<Thread> threadOfAStage(CompletableFuture<?> future) {
    return future.handle((value, thrown) -> Thread.currentThread());
  }

  @Test
  void aStageRunsOnAThreadOfTheRunnerWhenTheRunCompletesByItself() throws Throwable {
    Run<Integer> run = flow.run(waiting);
    CompletableFuture<Thread> thread = threadOfAStage(run);
    Run<Integer> endless = flow.run(flow.<Integer>task("endless", in -> {
      Waiting.forInterrupt();
      return 1;
    }));
    CompletableFuture<Thread> timed = threadOfAStage(endless);
    endless.orTimeout(1, TimeUnit.MILLISECONDS);
    leave.countDown();

    assertTrue(Waiting.on(thread).getName().startsWith("makespan-"));
    assertTrue(Waiting.on(timed).getName().startsWith("makespan-"));
  }

  @Test
  void aStageRunsOnTheThreadThatCompletesTheRunFromOutside() throws Throwable {
    for (Consumer<Run<Integer>> how : List.<Consumer<Run<Integer>>>of(
        run -> run.cancel(true),
        run -> run.complete(1),
        run -> run.completeExceptionally(thrown))) {
      Run<Integer> run = flow.run(waiting);
      CompletableFuture<Thread> thread = threadOfAStage(run);
      how.accept(run);

      assertSame(Thread.currentThread(), thread.join());
    }
    try (Runner runner = Runner.builder().build()) {
      CompletableFuture<Thread> thread = threadOfAStage(new TestFlow(runner).run(waiting));
      runner.closeNow();

      assertSame(Thread.currentThread(), thread.join());
    }
  }

  @Test
  void aStageOfANestedRunRunsOnTheRunnerWhenTheOuterOneIsCancelled() throws Throwable {
    CompletableFuture<CompletableFuture<Thread>> nested = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    TaskDef<Integer> inner = flow.task("inner", in -> {
      begun.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    Run<Integer> run = flow.run(flow.<Integer>task("outer", in -> {
      nested.complete(threadOfAStage(flow.run(inner)));
      // Not for the nested run, since a thread that waits for it may take its stages over.
      Waiting.forInterrupt();
      return 1;
    }));
    CompletableFuture<Thread> thread = Waiting.on(nested);
    Waiting.on(begun);
    run.cancel(true);

    assertTrue(Waiting.on(thread).getName().startsWith("makespan-"));
    Waiting.ended(run);
  }

  @Test
  void anAsynchronousStageIsRefusedOnceTheRunnerIsClosed() throws Throwable {
    Runner runner = Runner.builder().build();
    Run<Integer> run = new TestFlow(runner).run(one);
    runner.close();

    assertInstanceOf(
        RejectedExecutionException.class, Waiting.failure(run.thenApplyAsync(value -> value)));
    assertEquals(1, run.thenApply(value -> value).join());
  }
}
