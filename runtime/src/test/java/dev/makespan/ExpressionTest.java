package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private final TestFlow flow = new TestFlow();

  @Test
  void isNotEvaluatedOnTheThreadThatStartsTheFlow() throws Throwable {
    Thread evaluating = Waiting.<Thread>on(
        flow.run((run, in) -> run.<Thread>eval("thread", 1, Thread::currentThread)));

    assertNotSame(Thread.currentThread(), evaluating);
  }

  @Test
  void doesNotHoldUpTheCallThatStartsTheFlow() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);

    Run<Integer> run = flow.run((body, in) -> body.<Integer>eval("n", 1, () -> {
      Waiting.on(started);
      return 1;
    }));
    started.countDown();

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void readsTheValuesOfTheStepsThatItWaitsFor() throws Throwable {
    TaskDef<Integer> one = flow.task("one", in -> 1);
    TaskDef<String> nothing = flow.task("nothing", in -> null);

    assertEquals("1null", Waiting.<String>on(flow.run((run, in) -> {
      Step<Integer> a = run.call(one, 1);
      Step<String> b = run.call(nothing, 2);
      return run.<String>eval("text", 3, () -> a.value() + b.value(), a, b);
    })));
  }

  @Test
  void mayGiveNull() throws Throwable {
    assertNull(Waiting.on(flow.<String>run((run, in) -> run.<String>eval("n", 1, () -> null))));
  }

  @Test
  void failsTheRunWithItsOwnExceptionAlsoACheckedOne() throws Throwable {
    IOException thrown = new IOException();

    assertSame(
        thrown,
        Waiting.failure(flow.run((run, in) -> run.<String>eval("n", 1, () -> {
          throw thrown;
        }))));
  }

  @Test
  void takesNoSlot() throws Throwable {
    CountDownLatch evaluated = new CountDownLatch(1);
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow own = new TestFlow(runner);
      TaskDef<Integer> waiting = own.task("waiting", in -> {
        Waiting.on(evaluated);
        return 1;
      });

      assertEquals(1, Waiting.<Integer>on(own.run((run, in) -> {
        Step<Integer> first = run.call(waiting, 1);
        run.<String>eval("n", 2, () -> {
          evaluated.countDown();
          return "";
        });
        return first;
      })));
    }
  }

  @Test
  void aValueAtHandIsAStepToo() throws Throwable {
    assertEquals("x", Waiting.on(flow.<String>run((run, in) -> run.value("x"))));
    assertNull(Waiting.on(flow.<Void>run((run, in) -> null)));
  }
}
