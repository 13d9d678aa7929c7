package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The time limit of a workflow. */
class DeadlineTest {
  private final TestFlow flow = new TestFlow();

  /** A flow whose time is over when the test says so. */
  private final HandTimers timers = new HandTimers();

  private final TestFlow timed = new TestFlow(timers.runner());
  private final Semaphore started = new Semaphore(0);
  private final AtomicInteger ended = new AtomicInteger();
  private final CountDownLatch leave = new CountDownLatch(1);

  /** Takes for ever. */
  private final TaskDef<Integer> hangs = flow.task("hangs", in -> {
    try {
      started.release();
      Waiting.forInterrupt();
      return 1;
    } finally {
      ended.incrementAndGet();
    }
  });

  /** Lets the time be over when so many tasks hang. */
  private void goOffWhenHanging(int tasks) throws InterruptedException {
    assertTrue(started.tryAcquire(tasks, 20, TimeUnit.SECONDS));
    timers.goOff();
  }

  @AfterEach
  void close() {
    timers.runner().close();
  }

  private static TaskTimeoutException timeout(Run<?> run) throws Throwable {
    return assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
  }

  @Test
  void failsTheRunWithAnExceptionThatNamesTheWorkflow() throws Throwable {
    TaskDef<Integer> slow =
        flow.<Integer>workflow("slow", (run, in) -> run.call(hangs, 1)).timeout(1);
    Run<Integer> run = timed.run(slow);
    goOffWhenHanging(1);

    TaskTimeoutException thrown = timeout(run);
    assertEquals(
        "workflow " + TestFlow.class.getName() + ".slow took longer than its timeout of 1 ms (run "
            + run.id() + ")",
        thrown.getMessage());
    assertEquals(TestFlow.class.getName() + ".slow", thrown.task());
    assertEquals(Duration.ofMillis(1), thrown.timeout());
    assertEquals(
        List.of("slow:1"),
        Arrays.stream(thrown.getStackTrace())
            .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
            .toList());
    Waiting.ended(run);
    assertEquals(1, ended.get());
    assertEquals(RunReport.Outcome.FAILED, run.report().outcome());
    assertEquals(List.of(1L, 0L), failures(run));
  }

  /** How many executions have failed, of the workflow and of what it calls, by the report. */
  private static List<Long> failures(Run<?> run) {
    return run.report().nodes().stream().map(RunReport.NodeReport::failures).toList();
  }

  @Test
  void isAFailureOfTheWorkflowInReports() throws Throwable {
    TaskDef<Integer> slow =
        flow.<Integer>workflow("slow", (run, in) -> run.call(hangs, 1)).timeout(1);
    Run<Integer> run = timed.run((body, in) -> body.call(slow, 1));
    goOffWhenHanging(1);
    timeout(run);

    assertEquals(
        List.of("flow 1/1", "slow 1/1", "hangs 0/1"),
        run.report().nodes().stream()
            .map(each -> each.name() + " " + each.failures() + "/" + each.count())
            .toList());
  }

  @Test
  void endsTheRunOnlyWhenAllInItHasEnded() throws Throwable {
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    TaskDef<Integer> stubborn = flow.task("stubborn", in -> {
      try {
        started.release();
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        interrupted.countDown();
        Waiting.on(leave);
        over.set(true);
      }
      return 1;
    });
    Run<Integer> run = timed.run(
        flow.<Integer>workflow("slow", (body, in) -> body.call(stubborn, 1)).timeout(1));
    goOffWhenHanging(1);
    CompletableFuture<Boolean> overAtTheEnd = run.handle((value, thrown) -> over.get());
    Waiting.on(interrupted);
    leave.countDown();

    assertTrue(Waiting.on(overAtTheEnd));
    timeout(run);
  }

  @Test
  void isTheFailureOfACallInTheWorkflowAround() throws Throwable {
    AtomicInteger below = new AtomicInteger();
    TaskDef<Integer> inner =
        flow.<Integer>workflow("inner", (run, in) -> run.call(hangs, 5)).timeout(1);
    TaskDef<Integer> counts = flow.task("counts", in -> below.incrementAndGet());
    Run<Integer> run = timed.run((body, in) -> {
      var value = body.call(inner, 7);
      body.call(hangs, 8);
      return body.call(counts, 9, value);
    });
    goOffWhenHanging(2);

    assertEquals(
        List.of("inner:1", "flow:7"),
        Arrays.stream(timeout(run).getStackTrace())
            .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
            .toList());
    Waiting.ended(run);
    // What is below was cancelled as soon as the time was over, or it would hang for ever.
    assertEquals(2, ended.get());
    assertEquals(0, below.get());
    // The flow around, the workflow that timed out, and the call in that.
    assertEquals(List.of(1L, 1L, 0L), failures(run).subList(0, 3));
  }

  @Test
  void mayBeCaughtInADynamic() throws Throwable {
    TaskDef<Integer> inner =
        flow.<Integer>workflow("inner", (run, in) -> run.call(hangs, 5)).timeout(1);

    assertEquals(
        "TaskTimeoutException",
        Waiting.<String>on(flow.run(flow.<String>dynamic(
            "dynamic",
            in -> flow.joined()
                .run(inner)
                .handle((value, thrown) -> thrown.getClass().getSimpleName())
                .join()))));
  }

  @Test
  void ofAllThatAreNestedTheOneThatComesFirstCounts() throws Throwable {
    TaskDef<Integer> inner =
        flow.<Integer>workflow("inner", (run, in) -> run.call(hangs, 5)).timeout(100_000);
    TaskDef<Integer> outer =
        flow.<Integer>workflow("outer", (run, in) -> run.call(inner, 5)).timeout(1);

    assertEquals(TestFlow.class.getName() + ".outer", timeout(flow.run(outer)).task());
  }

  @Test
  void doesNotHideAFailureThatCameBefore() throws Throwable {
    IOException failure = new IOException("below");
    CountDownLatch bothStarted = new CountDownLatch(2);
    CountDownLatch noted = new CountDownLatch(1);
    TaskDef<Integer> above = timed.task("above", in -> {
      bothStarted.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    TaskDef<Integer> fails = timed.task("fails", in -> {
      Waiting.on(bothStarted);
      throw failure;
    });
    TaskDef<Integer> below = timed.task("below", in -> {
      try {
        bothStarted.countDown();
        Waiting.forInterrupt();
      } finally {
        noted.countDown();
      }
      return 1;
    });
    Run<Integer> run = timed.run(timed
        .<Integer>workflow("slow", (body, in) -> {
          var value = body.call(above, 1);
          body.call(fails, 2);
          body.call(below, 3);
          return value;
        })
        .timeout(1));
    Waiting.on(noted);
    timers.goOff();

    assertSame(failure, Waiting.failure(run));
    assertEquals(0, failure.getSuppressed().length);
  }

  @Test
  void keepsWhatFailsAfterIt() throws Throwable {
    IllegalStateException failure = new IllegalStateException("when interrupted");
    TaskDef<Integer> fails = flow.task("fails", in -> {
      try {
        started.release();
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        throw failure;
      }
      return 1;
    });
    Run<Integer> run = timed.run(
        flow.<Integer>workflow("slow", (body, in) -> body.call(fails, 1)).timeout(1));
    goOffWhenHanging(1);

    assertEquals(List.of(failure), Arrays.asList(timeout(run).getSuppressed()));
    Waiting.ended(run);
    assertEquals(List.of(1L, 1L), failures(run));
  }

  @Test
  void thatIsKeptDoesNothing() throws Throwable {
    TaskDef<Integer> quick = flow.task("quick", in -> 1);

    assertEquals(
        1,
        Waiting.<Integer>on(flow.run(
            flow.<Integer>workflow("kept", (run, in) -> run.call(quick, 1)).timeout(100_000))));
    assertEquals(
        null,
        Waiting.<Integer>on(
            flow.run(flow.<Integer>workflow("empty", (run, in) -> null).timeout(100_000))));
  }

  @Test
  void ofARunThatIsCancelledIsForgotten() throws Throwable {
    try (Runner runner = Runner.builder().build()) {
      TestFlow own = new TestFlow(runner);
      CountDownLatch started = new CountDownLatch(1);
      TaskDef<Integer> waits = own.task("waits", in -> {
        started.countDown();
        Waiting.forInterrupt();
        return 1;
      });
      Run<Integer> run = own.run(
          own.<Integer>workflow("slow", (body, in) -> body.call(waits, 1)).timeout(100_000));
      Waiting.on(started);
      run.cancel(true);

      assertInstanceOf(CancellationException.class, Waiting.failure(run));
      Waiting.ended(run);
    }
  }

  @Test
  void holdsForEachElementOfAMap() throws Throwable {
    TaskDef<Integer> element =
        flow.<Integer>workflow("element", (run, in) -> run.call(hangs, 5)).timeout(1);

    List<Optional<Integer>> results = Waiting.<List<Optional<Integer>>>on(flow.run((run, in) ->
        run.mapSome(element, 2, 0.0, IntStream.range(0, 50).boxed().toList(), Body.ELEMENT)));
    assertEquals(Collections.nCopies(50, Optional.empty()), results);
    assertEquals(started.availablePermits(), ended.get());
  }

  @Test
  void mayCoincideWithTheEnd() throws Throwable {
    TaskDef<Integer> close = flow.task("close", in -> {
      long start = System.nanoTime();
      while (System.nanoTime() - start < 900_000 + 10_000 * (Integer) in[0]) {
        Thread.onSpinWait();
      }
      if ((Integer) in[0] % 2 == 0) {
        throw new IOException("planned");
      }
      return 1;
    });
    TaskDef<Integer> limited = flow.<Integer>workflow(
            "limited", (run, in) -> run.call(close, 1, in[0]))
        .timeout(1);
    for (int i = 0; i < 800; i++) {
      int spins = i % 40;
      Run<Integer> run = flow.run((body, in) -> body.call(limited, 1, spins));
      Waiting.ended(run);
      assertTrue(run.isDone());
      assertFalse(run.isCancelled());
    }
  }
}
