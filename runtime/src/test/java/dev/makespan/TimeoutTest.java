package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TimeoutTest {
  private final TestFlow flow = new TestFlow();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final CountDownLatch leave = new CountDownLatch(1);

  /** Takes for ever, notes its interrupt, and then returns only when it is let go. */
  private final TaskDef<Integer> slow = flow.<Integer>task("slow", in -> {
        try {
          Waiting.forInterrupt();
        } catch (InterruptedException e) {
          interrupted.set(true);
          Waiting.on(leave);
        }
        return 1;
      })
      .timeout(1);

  @Test
  void failsTheRunWithAnExceptionThatNamesTheTaskAndTheRun() throws Throwable {
    leave.countDown();
    Run<Integer> run = flow.run((body, in) -> body.call(slow, 7));

    TaskTimeoutException thrown =
        assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    assertEquals(TestFlow.class.getName() + ".slow", thrown.task());
    assertEquals("slow", thrown.name());
    assertEquals(run.id(), thrown.run());
    assertEquals(Duration.ofMillis(1), thrown.timeout());
    assertTrue(thrown.getMessage().contains("1 ms"), thrown.getMessage());
    assertTrue(interrupted.get());
    assertEquals(
        java.util.List.of("slow:1", "flow:7"),
        java.util.Arrays.stream(thrown.getStackTrace())
            .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
            .toList());
    assertEquals(RunReport.Outcome.FAILED, run.report().outcome());
  }

  @Test
  void tellsTheNameThatTheCallHasInReports() throws Throwable {
    leave.countDown();
    Run<Integer> run = flow.run((body, in) -> body.call(slow.named("first draft"), 7));

    TaskTimeoutException thrown =
        assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    assertEquals(TestFlow.class.getName() + ".slow", thrown.task());
    assertEquals("first draft", thrown.name());
    assertEquals(
        "task " + thrown.task() + " \"first draft\" took longer than its timeout of 1 ms (run "
            + run.id() + ")",
        thrown.getMessage());
  }

  @Test
  void failsTheFutureAtOnceThoughTheMethodStillRuns() throws Throwable {
    Run<Integer> run = flow.run(slow);

    assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    CompletableFuture<Void> ended = run.ended().toCompletableFuture();
    assertFalse(ended.isDone());
    leave.countDown();
    Waiting.on(ended);
    assertEquals(0, run.report().overruns());
  }

  @Test
  void mayBeCaughtInADynamicThatEndsAfterTheMethod() throws Throwable {
    AtomicBoolean returned = new AtomicBoolean();
    TaskDef<Integer> task = flow.<Integer>task("task", in -> {
          try {
            Waiting.forInterrupt();
          } catch (InterruptedException e) {
            Waiting.on(leave);
            returned.set(true);
          }
          return 1;
        })
        .timeout(1);
    Run<Integer> run = flow.run(flow.<Integer>dynamic(
        "dynamic",
        in -> flow.joined()
            .run(task)
            .exceptionally(e -> {
              leave.countDown();
              return 2;
            })
            .join()));

    assertEquals(2, Waiting.<Integer>on(run));
    assertTrue(returned.get());
  }

  @Test
  void givesTheSlotBackWhenTheMethodHasEnded() throws Throwable {
    AtomicBoolean running = new AtomicBoolean();
    TaskDef<Integer> first = flow.<Integer>task("first", in -> {
          running.set(true);
          try {
            Waiting.forInterrupt();
          } catch (InterruptedException e) {
            Waiting.on(leave);
          } finally {
            running.set(false);
          }
          return 1;
        })
        .timeout(1);
    TaskDef<Boolean> second = flow.task("second", in -> running.get());
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow own = new TestFlow(runner);
      Run<Boolean> run = own.run(own.<Boolean>dynamic("dynamic", in -> {
        TestFlow joined = own.joined();
        Run<Integer> timing = joined.run(first);
        Run<Boolean> next = joined.run(second);
        timing.exceptionally(e -> 0).join();
        assertFalse(next.isDone());
        leave.countDown();
        return next.join();
      }));

      assertFalse(Waiting.<Boolean>on(run));
    }
  }

  @Test
  void isAnOverrunIfTheMethodIgnoresItsInterruptForLongerThanTheGrace() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> body.call(slow, 1));

    assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    Waiting.ended(run);
    assertEquals(1, run.report().overruns());
    assertTrue(run.report().toString().contains("overruns: 1"));
    leave.countDown();
  }

  @Test
  void thatIsKeptDoesNothing() throws Throwable {
    TaskDef<Integer> quick = flow.<Integer>task("quick", in -> 1).timeout(100_000);

    assertEquals(1, Waiting.<Integer>on(flow.run((run, in) -> {
      Step<Integer> one = run.call(quick, 1);
      return run.call(quick, 2, one);
    })));
  }

  @Test
  void mayBeLongerThanTheClockCounts() throws Throwable {
    TaskDef<Integer> quick = flow.<Integer>task("quick", in -> 1).timeout(Long.MAX_VALUE);
    TaskDef<Integer> workflow =
        flow.<Integer>workflow("flow", (run, in) -> run.call(quick, 1)).timeout(Long.MAX_VALUE);

    assertEquals(1, Waiting.<Integer>on(flow.run(workflow)));
  }

  @Test
  void mayCoincideWithTheEndOfTheMethod() throws Throwable {
    TaskDef<Integer> close = flow.<Integer>task("close", in -> {
          long start = System.nanoTime();
          while (System.nanoTime() - start < 950_000 + 10_000 * (Integer) in[0]) {
            Thread.onSpinWait();
          }
          return 1;
        })
        .timeout(1);
    for (int round = 0; round < 40; round++) {
      List<Run<Integer>> runs = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        runs.add(flow.run(close, i));
      }
      for (Run<Integer> run : runs) {
        Waiting.ended(run);
      }
    }
  }
}
