package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stopping reaches everything before it returns: deep down, and where all processors are busy. */
class DeepStopTest {
  private final TestFlow flow = new TestFlow();
  private final AtomicInteger live = new AtomicInteger();

  @Test
  void nothingStartsAfterTheCancelOfADeepCall() throws Throwable {
    AtomicBoolean cancelled = new AtomicBoolean();
    AtomicInteger after = new AtomicInteger();
    CountDownLatch some = new CountDownLatch(20);
    TaskDef<Integer> next = flow.task("next", in -> {
      if (cancelled.get()) {
        after.incrementAndGet();
      }
      some.countDown();
      return 1;
    });
    TaskDef<Integer> chain = flow.workflow("chain", (body, in) -> {
      Step<Integer> last = body.call(next, 1, 0);
      for (int i = 0; i < 3_000; i++) {
        last = body.call(next, 1, last);
      }
      return last;
    });
    TaskDef<Integer> deep = deep(200, chain);

    Waiting.on(flow.run(flow.<Integer>dynamic("cancels", in -> {
      Run<Integer> call = flow.joined().run(deep, 0);
      Waiting.on(some);
      call.cancel(true);
      cancelled.set(true);
      Waiting.ended(call);
      return 1;
    })));

    // One may have been about to begin.
    assertTrue(after.get() <= 1, after + " began after cancel had returned");
  }

  @Test
  void interruptsTasksThatKeepAllProcessorsBusyDeepDown() throws Throwable {
    int processors = Runtime.getRuntime().availableProcessors();
    CountDownLatch busy = new CountDownLatch(processors);
    TaskDef<Integer> spins = spinning(busy);
    Run<Integer> run = flow.run(deep(70, flow.workflow("all", (body, in) -> {
      Step<Integer> last = null;
      for (int i = 0; i < processors; i++) {
        last = body.call(spins, 1);
      }
      return last;
    })));
    Waiting.on(busy);

    run.cancel(true);

    Waiting.ended(run);
    assertEquals(0, live.get());
  }

  @Test
  void aTimeoutComesThoughAllProcessorsAreBusy() throws Throwable {
    int processors = Runtime.getRuntime().availableProcessors();
    TaskDef<Integer> spins = spinning(new CountDownLatch(processors)).timeout(100);
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = null;
      for (int i = 0; i < processors; i++) {
        last = body.call(spins, 1);
      }
      return last;
    });

    assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    assertEquals(0, live.get());
  }

  @Test
  void reachesTheRunsThatTasksHaveStartedHoweverManyStandInEachOther() throws Throwable {
    CountDownLatch innermost = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(2_001);
    AtomicReference<TaskDef<Integer>> dive = new AtomicReference<>();
    dive.set(flow.task("dive", in -> {
      try {
        int depth = (Integer) in[0];
        if (depth > 0) {
          return new TestFlow().run(dive.get(), depth - 1).get();
        }
        innermost.countDown();
        Waiting.forInterrupt();
        return 0;
      } finally {
        left.countDown();
      }
    }));
    Run<Integer> run = flow.run(dive.get(), 2_000);
    Waiting.on(innermost);

    run.cancel(true);

    Waiting.ended(run);
    Waiting.on(left);
  }

  @Test
  void callbacksOfACancelledInnerRunMayWaitForTheOuterOne() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      TestFlow two = new TestFlow(runner);
      CountDownLatch inner = new CountDownLatch(1);
      CountDownLatch freed = new CountDownLatch(1);
      CountDownLatch told = new CountDownLatch(1);
      TaskDef<Integer> first = two.task("first", in -> 1);
      TaskDef<Integer> frees = two.task("frees", in -> {
        freed.countDown();
        return 2;
      });
      TaskDef<Integer> hangs = two.task("hangs", in -> {
        Waiting.forInterrupt();
        return 1;
      });
      TaskDef<Integer> fails = two.task("fails", in -> {
        Waiting.on(inner);
        throw new IllegalStateException();
      });
      TaskDef<Integer> starts = two.task("starts", in -> {
        var unused = two.run(hangs).whenComplete((value, thrown) -> {
          if (isOpen(freed)) {
            told.countDown();
          }
        });
        inner.countDown();
        Waiting.forInterrupt();
        return 3;
      });
      Run<Integer> run = two.run((body, in) -> {
        Step<Integer> made = body.call(first, 1);
        Step<Integer> freeing = body.call(frees, 2, made);
        body.call(fails, 3);
        body.call(starts, 4);
        return freeing;
      });

      Waiting.ended(run);
      Waiting.on(told);
    }
  }

  private static boolean isOpen(CountDownLatch latch) {
    try {
      Waiting.on(latch);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** A task that uses a processor until it is interrupted. */
  private TaskDef<Integer> spinning(CountDownLatch busy) {
    return flow.task("spins", in -> {
      live.incrementAndGet();
      busy.countDown();
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      live.decrementAndGet();
      return 1;
    });
  }

  private TaskDef<Integer> deep(int levels, TaskDef<Integer> leaf) {
    return IntStream.range(0, levels)
        .boxed()
        .reduce(
            leaf,
            (inner, level) -> flow.workflow("level" + level, (body, in) -> body.call(inner, 1, in)),
            (one, other) -> other);
  }
}
