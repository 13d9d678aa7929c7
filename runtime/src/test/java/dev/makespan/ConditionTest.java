package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Conditions that fail, are null, or aren't known when the run is cancelled. */
class ConditionTest {
  private final TestFlow flow = new TestFlow();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final TaskDef<Integer> half = flow.task("half", in -> {
    log.add("half");
    return (Integer) in[0] / 2;
  });
  private final TaskDef<Void> hello = flow.action("hello", () -> log.add("hello"));

  @Test
  void aFailingConditionFailsTheBody() throws Throwable {
    IllegalStateException failure = new IllegalStateException("no idea");
    TaskDef<Boolean> fails = flow.task("fails", in -> {
      throw failure;
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.when(1, body.<Boolean>call(fails, 1));
      Step<Integer> first = body.call(half, 2, 2);
      body.otherwise();
      Step<Integer> second = body.call(half, 3, 2);
      body.end();
      return body.either("chosen", 1, first, second);
    });

    assertSame(failure, Waiting.failure(run));
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void aNullConditionFailsAsWhenItIsUnboxed() throws Throwable {
    TaskDef<Boolean> unknown = flow.task("unknown", in -> null);
    for (boolean isStep : List.of(true, false)) {
      Run<Integer> run = flow.run((body, in) -> {
        body.when(1, isStep ? body.<Boolean>call(unknown, 1) : null);
        Step<Integer> first = body.call(half, 2, 2);
        body.otherwise();
        Step<Integer> second = body.call(half, 3, 2);
        body.end();
        return body.either("chosen", 1, first, second);
      });

      Throwable failure = Waiting.failure(run);
      assertEquals(NullPointerException.class, failure.getClass());
      assertEquals(1, failure.getStackTrace()[0].getLineNumber());
      assertEquals(List.of(), List.copyOf(log));
    }
  }

  @Test
  void aRunThatIsCancelledWhileItsConditionIsOpenRunsNoBranch() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Boolean> open = flow.task("open", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return true;
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.barrier(1);
      body.when(1, body.<Boolean>call(open, 1));
      body.fence(hello, 2);
      body.exit(2, 1);
      body.otherwise();
      body.fence(hello, 3);
      body.end();
      body.barrier(1);
      return body.call(half, 4, 2);
    });
    Waiting.on(started);
    run.cancel(true);
    Waiting.ended(run);

    assertEquals(RunReport.Outcome.CANCELLED, run.report().outcome());
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void theSameExceptionFromTheConditionAndFromAboveIsToldOnce() throws Throwable {
    IllegalStateException failure = new IllegalStateException("no idea");
    TaskDef<Boolean> fails = flow.task("fails", in -> {
      throw failure;
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.call(fails, 1);
      body.when(2, body.<Boolean>call(fails, 2));
      body.exit(2, 1);
      body.end();
      return body.call(half, 3, 2);
    });

    assertSame(failure, Waiting.failure(run));
    assertTrue(!List.of(failure.getSuppressed()).contains(failure));
    assertEquals(List.of(), List.copyOf(log));
  }
}
