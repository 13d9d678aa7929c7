package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CancelTest {
  private final TestFlow flow = new TestFlow();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicInteger startedBelow = new AtomicInteger();

  /** A run whose only running task notes its interrupt, but goes on until it is let go. */
  private Run<Integer> waitingRun() throws InterruptedException {
    TaskDef<Integer> stubborn = flow.task("stubborn", in -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        interrupted.set(true);
        Waiting.on(leave);
      }
      return 1;
    });
    TaskDef<Integer> below = flow.task("below", in -> startedBelow.incrementAndGet());
    Run<Integer> run = flow.run((body, in) -> body.call(below, 2, body.call(stubborn, 1)));
    Waiting.on(started);
    return run;
  }

  private void completesAtOnceAndEndsLater(Consumer<Run<Integer>> how, Consumer<Run<Integer>> check)
      throws Throwable {
    Run<Integer> run = waitingRun();
    how.accept(run);
    assertTrue(run.isDone());
    check.accept(run);
    CompletableFuture<Void> ended = run.ended().toCompletableFuture();
    assertFalse(ended.isDone());
    leave.countDown();
    Waiting.on(ended);

    check.accept(run);
    assertTrue(interrupted.get());
    assertEquals(0, startedBelow.get());
  }

  @Test
  void cancellingInterruptsWhatRunsAndStartsNothingMore() throws Throwable {
    completesAtOnceAndEndsLater(run -> run.cancel(true), run -> {
      assertTrue(run.isCancelled());
      assertThrows(CancellationException.class, run::join);
      assertThrows(CancellationException.class, () -> Makespan.join(run));
      assertEquals(
          run.ended().toCompletableFuture().isDone()
              ? RunReport.Outcome.CANCELLED
              : RunReport.Outcome.RUNNING,
          run.report().outcome());
    });
  }

  @Test
  void completingFromOutsideCancelsAndThenCompletes() throws Throwable {
    completesAtOnceAndEndsLater(
        run -> assertTrue(run.complete(9)), run -> assertEquals(9, run.join()));
  }

  @Test
  void failingFromOutsideCancelsAndThenFails() throws Throwable {
    IOException thrown = new IOException();
    completesAtOnceAndEndsLater(
        run -> assertTrue(run.completeExceptionally(thrown)),
        run -> assertSame(
            thrown, assertThrows(CompletionException.class, run::join).getCause()));
  }

  @Test
  void obtrudingCancelsToo() throws Throwable {
    completesAtOnceAndEndsLater(run -> run.obtrudeValue(9), run -> assertEquals(9, run.join()));
  }

  @Test
  void aTimeLimitFromOutsideCancels() throws Throwable {
    Run<Integer> run = waitingRun();
    run.orTimeout(1, TimeUnit.MILLISECONDS);

    assertSame(TimeoutException.class, Waiting.failure(run).getClass());
    leave.countDown();
    Waiting.ended(run);
    assertTrue(interrupted.get());
    assertEquals(0, startedBelow.get());
  }

  @Test
  void aDefaultAfterATimeLimitCancels() throws Throwable {
    Run<Integer> run = waitingRun();

    assertEquals(5, Waiting.<Integer>on(run.completeOnTimeout(5, 1, TimeUnit.MILLISECONDS)));
    leave.countDown();
    Waiting.ended(run);
    assertTrue(interrupted.get());
  }

  @Test
  void aValueComputedOutsideCancels() throws Throwable {
    Run<Integer> run = waitingRun();

    assertEquals(6, Waiting.<Integer>on(run.completeAsync(() -> 6)));
    leave.countDown();
    Waiting.ended(run);
    assertTrue(interrupted.get());
  }

  @Test
  void aTimeLimitThatIsKeptDoesNothing() throws Throwable {
    Run<Integer> run = flow.run(flow.<Integer>task("one", in -> 1));
    run.orTimeout(1, TimeUnit.HOURS).completeOnTimeout(2, 1, TimeUnit.HOURS);

    assertEquals(1, Waiting.<Integer>on(run));
    assertFalse(run.complete(2));
    assertFalse(run.cancel(true));
  }

  @Test
  void cancellingStopsAHugeMap() throws Throwable {
    AtomicInteger ran = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    TaskDef<Integer> task = flow.mapTask("task", in -> {
      ran.incrementAndGet();
      both.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    CompletableFuture<?> run =
        flow.map(task.concurrency(2), IntStream.range(0, 1_000_000).boxed().toList(), Body.ELEMENT);
    Waiting.on(both);
    run.cancel(true);
    Waiting.ended((Run<?>) run);

    assertEquals(2, ran.get());
  }

  /** It may be the user's code, which must not begin when the cancel has returned. */
  @Test
  void theListOfAMapThatIsCancelledBeforeItBeginsIsNotRead() throws Throwable {
    BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    AtomicInteger read = new AtomicInteger();
    List<Integer> elements = new AbstractList<>() {
      @Override
      public Integer get(int index) {
        return index;
      }

      @Override
      public int size() {
        read.incrementAndGet();
        return 3;
      }
    };
    try (Runner runner = Runner.builder().executor(jobs::add).build()) {
      TestFlow held = new TestFlow(runner);
      CompletableFuture<?> run = held.map(held.task("task", in -> 1), elements, Body.ELEMENT);
      run.cancel(true);
      jobs.remove().run();
      Waiting.ended((Run<?>) run);
    }

    assertEquals(0, read.get());
  }

  @Test
  void anInterruptedWaiterKeepsWaitingInJoinAndGivesUpInGet() throws Throwable {
    Run<Integer> run = waitingRun();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, run::get);
    assertFalse(run.isDone());
    leave.countDown();
    run.cancel(true);
    assertThrows(CancellationException.class, run::get);
    Waiting.ended(run);
  }

  @Test
  void anInterruptedBlockingTwinCancelsItsRun() throws Throwable {
    Run<Integer> run = waitingRun();
    leave.countDown();
    Thread.currentThread().interrupt();

    assertThrows(CancellationException.class, () -> dev.makespan.support.Caller.join(run));
    assertTrue(Thread.interrupted(), "the interrupt is kept");
    Waiting.ended(run);
    assertTrue(interrupted.get());
  }

  @Test
  void cancellingADynamicCancelsItsCalls() throws Throwable {
    TaskDef<Integer> waiting = flow.task("waiting", in -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } finally {
        interrupted.set(true);
      }
      return 1;
    });
    Run<Integer> run = flow.run(
        flow.<Integer>dynamic("dynamic", in -> flow.joined().run(waiting).get()));
    Waiting.on(started);
    run.cancel(true);
    Waiting.ended(run);

    assertTrue(interrupted.get());
    assertThrows(CancellationException.class, run::get);
    assertThrows(ExecutionException.class, () -> run.thenApply(x -> x).get());
  }

  /** Where nothing runs, the run ends while it is being cancelled, on that thread. */
  @Test
  void whoIsToldOfTheEndOfACancelledRunFindsItDone() throws Throwable {
    CountDownLatch taken = new CountDownLatch(1);
    Runner runner = Runner.builder().pool("one", 1).build();
    try {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> holds = flow.<Integer>task("holds", in -> {
            taken.countDown();
            Waiting.forInterrupt();
            return 1;
          })
          .pool("one");
      flow.run(holds);
      Waiting.on(taken);
      for (int i = 0; i < 20; i++) {
        CountDownLatch queued = new CountDownLatch(1);
        TaskDef<Void> says = flow.action("says", queued::countDown);
        Run<Integer> run = flow.run((body, in) -> {
          Step<Integer> waits = body.call(holds, 1);
          body.call(says, 2);
          return waits;
        });
        Waiting.on(queued);
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        var unused = run.ended().thenRun(() -> done.complete(run.isDone()));
        run.cancel(true);
        assertEquals(true, Waiting.on(done));
      }
    } finally {
      runner.closeNow();
    }
  }
}
