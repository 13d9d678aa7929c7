package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final TestFlow flow = new TestFlow();

  private <R> TaskDef<R> throwing(Throwable thrown) {
    return flow.task("throwing", in -> {
      throw thrown;
    });
  }

  @Test
  void aRunFailsWithTheVeryExceptionOfItsTaskAlsoACheckedOne() throws Throwable {
    IOException thrown = new IOException("unreadable");
    TaskDef<String> read = throwing(thrown);

    assertSame(thrown, Waiting.failure(flow.run((run, in) -> run.call(read, 1))));
    assertSame(thrown, Waiting.failure(flow.run(read)));
  }

  @Test
  void aFailureInterruptsWhatIsWrittenBelow() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    IOException thrown = new IOException();
    TaskDef<String> failing = flow.task("failing", in -> {
      Waiting.on(started);
      throw thrown;
    });
    TaskDef<String> waiting = flow.task("waiting", in -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        interrupted.set(true);
        throw e;
      }
      return "";
    });

    Run<String> run = flow.run((body, in) -> {
      body.call(failing, 1);
      return body.call(waiting, 2);
    });

    assertSame(thrown, Waiting.failure(run));
    assertTrue(interrupted.get());
    assertEquals(0, thrown.getSuppressed().length, "an interruption of our own is no failure");
  }

  @Test
  void whatIsWrittenAboveAFailureGoesOnAndItsOwnFailureWins() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    IOException first = new IOException("above");
    IllegalStateException second = new IllegalStateException("below");
    TaskDef<String> above = flow.task("above", in -> {
      Waiting.on(cancelled);
      throw first;
    });
    TaskDef<String> failing = flow.task("below", in -> {
      Waiting.on(started);
      throw second;
    });
    TaskDef<Void> lowest = flow.action("lowest", () -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } finally {
        cancelled.countDown();
      }
    });

    Run<String> run = flow.run((body, in) -> {
      body.call(above, 1);
      var failed = body.call(failing, 2);
      body.call(lowest, 3);
      return body.call(flow.<String>task("never", x -> "never"), 4, failed);
    });

    assertSame(first, Waiting.failure(run));
    assertArrayEquals(new Throwable[] {second}, first.getSuppressed());
  }

  @Test
  void whatIsWrittenAboveGoesOnThroughItsDependents() throws Throwable {
    AtomicBoolean went = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    IOException thrown = new IOException();
    TaskDef<Integer> slow = flow.task("slow", in -> {
      Waiting.on(failed);
      return 1;
    });
    TaskDef<Integer> next = flow.task("next", in -> {
      went.set(true);
      return 2;
    });
    TaskDef<Integer> failing = flow.task("failing", in -> {
      failed.countDown();
      throw thrown;
    });

    Run<Integer> run = flow.run((body, in) -> {
      var one = body.call(slow, 1);
      body.call(next, 2, one);
      return body.call(failing, 3);
    });

    assertSame(thrown, Waiting.failure(run));
    assertTrue(went.get());
  }

  @Test
  void theFailureOfAnUnusedCallCounts() throws Throwable {
    IOException thrown = new IOException();
    TaskDef<String> unused = throwing(thrown);

    assertSame(thrown, Waiting.failure(flow.run((run, in) -> {
      var result = run.call(flow.<Integer>task("one", x -> 1), 1);
      run.call(unused, 2);
      return result;
    })));
  }

  @Test
  void aTaskThatThrowsAnInterruptionByItselfFails() throws Throwable {
    InterruptedException thrown = new InterruptedException("mine");

    assertSame(thrown, Waiting.failure(flow.run((run, in) -> run.call(throwing(thrown), 1))));
  }

  @Test
  void anErrorFailsTheRunAndTheRunnerLivesOn() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow own = new TestFlow(runner);
      StackOverflowError error = new StackOverflowError("deep");
      TaskDef<String> failing = own.task("failing", in -> {
        throw error;
      });

      assertSame(error, Waiting.failure(own.run((run, in) -> run.call(failing, 1))));
      assertEquals(1, Waiting.<Integer>on(own.run(own.<Integer>task("one", in -> 1))));
    }
  }

  @Test
  void oneExceptionFromTwoTasksIsNeverSuppressedInItself() throws Throwable {
    IOException shared = new IOException("shared");
    CyclicBarrier both = new CyclicBarrier(2);
    TaskDef<String> failing = flow.task("failing", in -> {
      Waiting.on(both);
      throw shared;
    });

    assertSame(shared, Waiting.failure(flow.run((run, in) -> {
      run.call(failing, 1);
      return run.call(failing, 2);
    })));
    for (Throwable suppressed : shared.getSuppressed()) {
      assertFalse(suppressed == shared);
    }
  }

  @Test
  void whatAnExpressionThrowsTakesItsPlaceInProgramOrder() throws Throwable {
    CountDownLatch evaluated = new CountDownLatch(1);
    IOException above = new IOException("above");
    ArithmeticException below = new ArithmeticException("below");
    TaskDef<Integer> first = flow.task("first", in -> {
      Waiting.on(evaluated);
      throw above;
    });

    Run<Integer> run = flow.run((body, in) -> {
      body.call(first, 1);
      return body.<Integer>eval("n", 2, () -> {
        evaluated.countDown();
        throw below;
      });
    });

    assertSame(above, Waiting.failure(run));
    assertArrayEquals(new Throwable[] {below}, above.getSuppressed());
  }

  @Test
  void anExceptionThatIsTheCauseOfTheFailureIsNotSuppressedInIt() throws Throwable {
    IOException cause = new IOException("cause");
    IllegalStateException wrapper = new IllegalStateException(cause);
    CyclicBarrier both = new CyclicBarrier(2);

    assertSame(wrapper, Waiting.failure(flow.run((run, in) -> {
      run.call(flow.task("wrapper", x -> fail(both, wrapper)), 1);
      return run.call(flow.task("cause", x -> fail(both, cause)), 2);
    })));
    assertEquals(0, wrapper.getSuppressed().length);
  }

  private static Object fail(CyclicBarrier together, Throwable thrown) throws Throwable {
    Waiting.on(together);
    throw thrown;
  }

  @Test
  void nothingRunsBelowAWorkflowThatFailsInLine() throws Throwable {
    TestFlow own = new TestFlow();
    List<Object> below = Collections.synchronizedList(new ArrayList<>());
    IllegalStateException failure = new IllegalStateException();
    TaskDef<Integer> check = own.task("check", in -> {
      if (in[0].equals(1)) {
        throw failure;
      }
      return (Integer) in[0];
    });
    TaskDef<Boolean> adds = own.task("adds", in -> below.add(in[0]));
    TaskDef<Integer> inner = own.workflow("inner", (body, in) -> body.call(check, 1, in));
    TaskDef<Boolean> outer =
        own.workflow("outer", (body, in) -> body.call(adds, 2, body.call(inner, 1, in)));
    // From the second time on it is known that all these follow each other.
    assertEquals(true, Waiting.<Boolean>on(own.run(outer, 0)));

    assertSame(failure, Waiting.failure(own.run(outer, 1)));
    assertEquals(List.of(0), below);
  }
}
