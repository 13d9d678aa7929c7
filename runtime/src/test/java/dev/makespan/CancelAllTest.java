package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A workflow in which the first failure cancels all. */
class CancelAllTest {
  private final TestFlow flow = new TestFlow();
  private final IOException failure = new IOException("the first");
  private final AtomicInteger interrupted = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final CountDownLatch waiting = new CountDownLatch(1);

  /** Takes for ever. */
  private final TaskDef<Integer> hangs = flow.task("hangs", in -> {
    try {
      waiting.countDown();
      Waiting.forInterrupt();
    } finally {
      interrupted.incrementAndGet();
    }
    return 1;
  });

  private final TaskDef<Integer> fails = flow.task("fails", in -> {
    Waiting.on(waiting);
    throw failure;
  });

  private final TaskDef<Integer> counts = flow.task("counts", in -> counted.incrementAndGet());

  private <R> TaskDef<R> cancelAll(String name, TestFlow.Wiring wiring) {
    return flow.<R>workflow(name, wiring).cancelAll();
  }

  @Test
  void stopsWhatIsAboveTheFailingCall() throws Throwable {
    Run<Integer> run = flow.run(this.<Integer>cancelAll("all", (body, in) -> {
      var above = body.call(hangs, 1);
      body.call(counts, 2, above);
      body.call(fails, 3);
      return above;
    }));

    assertSame(failure, Waiting.failure(run));
    assertEquals(1, interrupted.get());
    assertEquals(0, counted.get());
    assertEquals(0, failure.getSuppressed().length);
  }

  @Test
  void failsWithTheFirstInTimeAndKeepsTheOthersInIt() throws Throwable {
    IllegalStateException later = new IllegalStateException("when interrupted");
    TaskDef<Integer> above = flow.task("above", in -> {
      try {
        waiting.countDown();
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        throw later;
      }
      return 1;
    });
    Run<Integer> run = flow.run(this.<Integer>cancelAll("all", (body, in) -> {
      body.call(above, 1);
      return body.call(fails, 2);
    }));

    assertSame(failure, Waiting.failure(run));
    assertEquals(List.of(later), Arrays.asList(failure.getSuppressed()));
  }

  @Test
  void reachesIntoTheWorkflowsThatItCalls() throws Throwable {
    TaskDef<Integer> inner = flow.workflow("inner", (body, in) -> body.call(hangs, 1));
    Run<Integer> run = flow.run(this.<Integer>cancelAll("all", (body, in) -> {
      var above = body.call(inner, 1);
      body.call(fails, 2);
      return above;
    }));

    assertSame(failure, Waiting.failure(run));
    assertEquals(1, interrupted.get());
  }

  @Test
  void holdsForTheBodyOfThatWorkflowOnly() throws Throwable {
    CountDownLatch lastStarted = new CountDownLatch(1);
    TaskDef<Integer> failsThen = flow.task("failsThen", in -> {
      Waiting.on(waiting);
      Waiting.on(lastStarted);
      throw failure;
    });
    TaskDef<Integer> inner = cancelAll("inner", (body, in) -> {
      body.call(hangs, 1);
      return body.call(failsThen, 2);
    });
    CountDownLatch stopped = new CountDownLatch(1);
    TaskDef<Integer> outside = flow.task("outside", in -> {
      Waiting.on(stopped);
      return counted.incrementAndGet();
    });
    TaskDef<Integer> last = flow.task("last", in -> {
      try {
        lastStarted.countDown();
        Waiting.forInterrupt();
      } finally {
        stopped.countDown();
      }
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.call(outside, 1);
      body.call(inner, 2);
      return body.call(last, 3);
    });

    assertSame(failure, Waiting.failure(run));
    Waiting.ended(run);
    // What is above the inner workflow has gone on to its end.
    assertEquals(1, counted.get());
    assertEquals(1, interrupted.get());
  }

  @Test
  void holdsForTheElementsOfAMap() throws Throwable {
    TaskDef<Integer> element = flow.task("element", in -> {
      if ((Integer) in[0] < 2) {
        return Makespan.join(flow.joined().run(hangs));
      }
      Waiting.on(waiting);
      throw failure;
    });
    Run<List<Integer>> run = flow.run(this.<List<Integer>>cancelAll("all", (body, in) -> {
      body.call(hangs, 1);
      return body.map(element, 2, List.of(0, 1, 2, 3), Body.ELEMENT);
    }));

    assertSame(failure, Waiting.failure(run));
    Waiting.ended(run);
  }

  @Test
  void toleratesWhatAMapTolerates() throws Throwable {
    TaskDef<Integer> some = flow.task("some", in -> {
      if ((Integer) in[0] == 1) {
        throw failure;
      }
      return 1;
    });

    assertEquals(
        3,
        Waiting.<List<?>>on(flow.run(this.<List<?>>cancelAll(
                "all", (body, in) -> body.mapSome(some, 1, 0.5, List.of(0, 1, 2), Body.ELEMENT))))
            .size());
  }

  @Test
  void endsWhenSeveralFailAtOnce() throws Throwable {
    for (int round = 0; round < 200; round++) {
      CyclicBarrier barrier = new CyclicBarrier(4);
      TaskDef<Integer> together = flow.task("together", in -> {
        Waiting.on(barrier);
        throw new IOException("planned " + in[0]);
      });
      Run<Integer> run = flow.run(this.<Integer>cancelAll("all", (body, in) -> {
        for (int i = 0; i < 3; i++) {
          body.call(together, 1, i);
        }
        return body.call(together, 1, 3);
      }));
      Throwable thrown = Waiting.failure(run);
      assertEquals(IOException.class, thrown.getClass());
      Waiting.ended(run);
    }
  }
}
