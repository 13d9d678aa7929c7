package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final long HOUR = 3_600_000;

  private final TestFlow flow = new TestFlow();
  private final AtomicInteger attempts = new AtomicInteger();
  private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch failed = new CountDownLatch(1);

  /** Fails so many times, with an exception that tells which time, and then gives their number. */
  private TaskDef<Integer> failing(int times) {
    return flow.<Integer>task("failing", in -> {
          int attempt = attempts.incrementAndGet();
          if (attempt <= times) {
            IOException failure = new IOException("attempt " + attempt);
            thrown.add(failure);
            failed.countDown();
            throw failure;
          }
          return attempt;
        })
        .backoff(1, 2);
  }

  private TaskDef<Integer> throwing(Throwable failure) {
    return flow.<Integer>task("throwing", in -> {
          attempts.incrementAndGet();
          throw failure;
        })
        .retries(2)
        .backoff(1, 1);
  }

  private void assertAttempts(int expected, TaskDef<Integer> task) throws Throwable {
    attempts.set(0);
    Waiting.failure(flow.run(task));
    assertEquals(expected, attempts.get());
  }

  @Test
  void givesTheValueOfTheFirstAttemptThatSucceeds() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> body.call(failing(2).retries(5), 1));

    assertEquals(3, Waiting.<Integer>on(run));
    Waiting.ended(run);
    assertEquals(3, attempts.get());
    RunReport.NodeReport node = run.report().nodes().get(1);
    assertEquals(1, node.count());
    assertEquals(0, node.failures());
  }

  @Test
  void failsWithTheLastExceptionWhichKeepsTheOthers() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> body.call(failing(9).retries(2), 1));

    Throwable last = Waiting.failure(run);
    assertEquals(3, attempts.get());
    assertSame(thrown.get(2), last);
    assertEquals(thrown.subList(0, 2), Arrays.asList(last.getSuppressed()));
    for (Throwable each : thrown) {
      for (StackTraceElement frame : each.getStackTrace()) {
        assertFalse(frame.getClassName().contains(".internal."), frame.toString());
      }
    }
    Waiting.ended(run);
    assertEquals(1, run.report().nodes().get(1).failures());
  }

  @Test
  void toleratesAnExceptionThatIsThrownEachTime() throws Throwable {
    IOException same = new IOException();

    assertSame(same, Waiting.failure(flow.run(throwing(same))));
    assertEquals(3, attempts.get());
    assertEquals(0, same.getSuppressed().length);
  }

  @Test
  void comesNotAfterErrorsAndInterruptionsUnlessTheyAreNamed() throws Throwable {
    assertAttempts(3, throwing(new IllegalStateException()));
    assertAttempts(1, throwing(new AssertionError()));
    assertAttempts(1, throwing(new InterruptedException("the task's own")));
    assertAttempts(1, throwing(new RuntimeException(new CancellationException())));
    assertAttempts(3, throwing(new AssertionError()).retryOn(AssertionError.class));
    assertAttempts(3, throwing(new InterruptedException()).retryOn(InterruptedException.class));
  }

  @Test
  void comesOnlyAfterTheExceptionsThatAreNamed() throws Throwable {
    TaskDef<Integer> io = throwing(new FileNotFoundException());
    assertAttempts(3, io.retryOn(IOException.class));
    assertAttempts(1, io.retryOn(IllegalStateException.class));
    assertAttempts(3, io.retryOn(IllegalStateException.class, FileNotFoundException.class));
    assertAttempts(1, io.neverRetryOn(IOException.class));
    assertAttempts(1, io.retryOn(IOException.class).neverRetryOn(FileNotFoundException.class));
    assertAttempts(3, io.neverRetryOn(IllegalStateException.class));
    TaskDef<Integer> wrapped = throwing(new IllegalStateException(new IOException()));
    assertAttempts(1, wrapped.retryOn(IOException.class));
  }

  @Test
  void comesAfterATimeoutToo() throws Throwable {
    TaskDef<Integer> slow = flow.<Integer>task("slow", in -> {
          attempts.incrementAndGet();
          Waiting.forInterrupt();
          return 1;
        })
        .timeout(1)
        .retries(2)
        .backoff(1, 1);
    Run<Integer> run = flow.run(slow);

    TaskTimeoutException last = assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    assertEquals(
        "task " + TestFlow.class.getName()
            + ".slow took longer than its timeout of 1 ms in attempt 3 of 3 (run " + run.id() + ")",
        last.getMessage());
    assertEquals(3, last.attempt());
    assertEquals(3, last.attempts());
    assertEquals(3, attempts.get());
    assertEquals(
        List.of(1, 2),
        Arrays.stream(last.getSuppressed())
            .map(each -> ((TaskTimeoutException) each).attempt())
            .toList());
    assertAttempts(1, slow.retryOn(IOException.class));
    assertAttempts(1, slow.neverRetryOn(TaskTimeoutException.class));
  }

  @Test
  void startsNothingBeforeTheMethodThatTookTooLongHasEnded() throws Throwable {
    AtomicBoolean running = new AtomicBoolean();
    CountDownLatch leave = new CountDownLatch(1);
    TaskDef<Boolean> slow = flow.<Boolean>task("slow", in -> {
          if (attempts.incrementAndGet() > 1) {
            return running.get();
          }
          running.set(true);
          try {
            Waiting.forInterrupt();
          } catch (InterruptedException e) {
            Thread letting = new Thread(leave::countDown);
            letting.start();
            Waiting.on(leave);
          } finally {
            running.set(false);
          }
          return true;
        })
        .timeout(100)
        .retries(1)
        .backoff(0, 0);

    assertFalse(Waiting.<Boolean>on(flow.run(slow)));
    assertEquals(2, attempts.get());
  }

  @Test
  void startsAfterTheGraceIfTheMethodIgnoresItsInterrupt() throws Throwable {
    CountDownLatch leave = new CountDownLatch(1);
    TaskDef<Integer> slow = flow.<Integer>task("slow", in -> {
          if (attempts.incrementAndGet() == 1) {
            try {
              Waiting.forInterrupt();
            } catch (InterruptedException e) {
              Waiting.on(leave);
              // Comes when the second attempt is under way, and must not count for it.
              throw new IllegalStateException("long ago");
            }
          }
          leave.countDown();
          return attempts.get();
        })
        .timeout(100)
        .retries(1)
        .backoff(0, 0);
    Run<Integer> run = flow.run((body, in) -> body.call(slow, 1));

    assertEquals(2, Waiting.<Integer>on(run));
    Waiting.ended(run);
    assertEquals(1, run.report().overruns());
    assertTrue(run.report().makespan().toMillis() >= 1_000);
  }

  @Test
  void cancelsNothingBelowWhileAnotherAttemptFollows() throws Throwable {
    AtomicInteger below = new AtomicInteger();
    TaskDef<Integer> waits = flow.task("waits", in -> {
      Waiting.on(failed);
      return below.incrementAndGet();
    });
    Run<Integer> run = flow.run((body, in) -> {
      var value = body.call(failing(1).retries(1), 1);
      body.call(waits, 2);
      return value;
    });

    assertEquals(2, Waiting.<Integer>on(run));
    assertEquals(1, below.get());
  }

  @Test
  void holdsNoSlotWhileItWaits() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow own = new TestFlow(runner);
      CountDownLatch ran = new CountDownLatch(1);
      TaskDef<Void> other = own.action("other", ran::countDown);
      Run<Integer> run = own.run((body, in) -> {
        var value = body.call(failing(1).retries(1).backoff(HOUR, HOUR), 1);
        body.call(other, 2);
        return value;
      });
      Waiting.on(ran);
      run.cancel(true);
      Waiting.ended(run);
      assertEquals(1, attempts.get());
    }
  }

  @Test
  void isForgottenWhenTheRunIsCancelled() throws Throwable {
    Run<Integer> run = flow.run(failing(9).retries(9).backoff(HOUR, HOUR));
    Waiting.on(failed);
    run.cancel(true);

    Waiting.ended(run);
    assertEquals(1, attempts.get());
    assertEquals(RunReport.Outcome.CANCELLED, run.report().outcome());
  }

  @Test
  void isForgottenWhenACallAboveFails() throws Throwable {
    IllegalStateException failure = new IllegalStateException("above");
    TaskDef<Integer> above = flow.task("above", in -> {
      Waiting.on(failed);
      throw failure;
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.call(above, 1);
      return body.call(failing(9).retries(9).backoff(HOUR, HOUR), 2);
    });

    assertSame(failure, Waiting.failure(run));
    Waiting.ended(run);
    assertEquals(1, attempts.get());
    assertEquals(0, failure.getSuppressed().length);
  }

  @Test
  void comesNotAfterACancelThatTheMethodFailsOf() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> failsOf = flow.<Integer>task("failsOf", in -> {
          attempts.incrementAndGet();
          started.countDown();
          try {
            Waiting.forInterrupt();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return 1;
        })
        .retries(5)
        .backoff(0, 0)
        .retryOn(Throwable.class);
    Run<Integer> run = flow.run(failsOf);
    Waiting.on(started);
    run.cancel(true);

    Waiting.ended(run);
    assertEquals(1, attempts.get());
  }

  @Test
  void mayUseWhatTheAttemptBeforeWasInterruptedIn() throws Throwable {
    TaskDef<Integer> inner = flow.task("inner", in -> {
      if (attempts.incrementAndGet() == 1) {
        Waiting.forInterrupt();
      }
      return 7;
    });
    TaskDef<Integer> outer = flow.<Integer>task(
            "outer", in -> Makespan.join(flow.joined().run(inner)))
        .timeout(500)
        .retries(1)
        .backoff(1, 1);

    assertEquals(7, Waiting.<Integer>on(flow.run(outer)));
    assertEquals(2, attempts.get());
  }

  @Test
  void holdsForEachElementOfAMap() throws Throwable {
    int[] calls = new int[100];
    TaskDef<Integer> element = flow.<Integer>mapTask("element", in -> {
          int index = (Integer) in[0];
          if (++calls[index] <= index % 4) {
            throw new IOException();
          }
          return calls[index];
        })
        .retries(3)
        .backoff(1, 1);

    assertEquals(
        IntStream.range(0, 100).mapToObj(i -> i % 4 + 1).toList(),
        Waiting.<List<Integer>>on(
            flow.map(element, IntStream.range(0, 100).boxed().toList(), Body.ELEMENT)));
  }

  @Test
  void mayHappenVeryOften() throws Throwable {
    assertEquals(
        10_001,
        Waiting.<Integer>on(flow.run(failing(10_000).retries(Integer.MAX_VALUE).backoff(0, 0))));
  }
}
