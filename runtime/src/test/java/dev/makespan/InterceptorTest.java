package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.event.EventGrammar;
import dev.makespan.spi.TaskDef;
import dev.makespan.spi.TaskInterceptor;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands around the attempts of tasks, and what listeners are told of them. */
class InterceptorTest {
  private final EventGrammar grammar = new EventGrammar();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger attempts = new AtomicInteger();
  private Runner runner;
  private TestFlow flow;

  private void intercept(TaskInterceptor... interceptors) {
    Runner.Builder builder = Runner.builder()
        .listener(grammar)
        .listener(event -> told.add(event.getClass().getSimpleName()));
    for (TaskInterceptor each : interceptors) {
      builder.interceptor(each);
    }
    runner = builder.build();
    flow = new TestFlow(runner);
  }

  @AfterEach
  void close() {
    runner.close();
    assertEquals(List.of(), grammar.problemsAtTheEnd());
  }

  private TaskDef<Integer> failing(int times) {
    return flow.<Integer>task("failing", in -> {
          if (attempts.incrementAndGet() <= times) {
            throw new IOException("attempt " + attempts);
          }
          return attempts.get();
        })
        .backoff(0, 0);
  }

  @Test
  void theFirstOneIsTheOutermost() throws Throwable {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    TaskInterceptor first = (attempt, task) -> {
      order.add("first in");
      Object value = task.proceed();
      order.add("first out");
      return value;
    };
    TaskInterceptor second = (attempt, task) -> {
      order.add("second in");
      Object value = task.proceed();
      order.add("second out");
      return value;
    };
    intercept(first, second);

    assertEquals(1, Waiting.<Integer>on(flow.run(failing(0))));
    assertEquals(List.of("first in", "second in", "second out", "first out"), order);
  }

  @Test
  void standsAroundEachAttemptAndTellsItsNumber() throws Throwable {
    List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
    intercept((attempt, task) -> {
      numbers.add(attempt.number());
      return task.proceed();
    });
    assertEquals(3, Waiting.<Integer>on(flow.run(failing(2).retries(5))));

    assertEquals(List.of(1, 2, 3), numbers);
    runner.close();
    assertEquals(
        List.of(
            "RunStarted",
            "Queued",
            "Started",
            "Retried",
            "Started",
            "Retried",
            "Started",
            "Ended",
            "RunEnded"),
        told);
  }

  @Test
  void thatThrowsFailsTheAttempt() throws Throwable {
    IOException failure = new IOException("the interceptor's");
    intercept((attempt, task) -> {
      if (attempt.number() < 3) {
        throw failure;
      }
      return task.proceed();
    });

    assertEquals(1, Waiting.<Integer>on(flow.run(failing(0).retries(2))));
    assertSame(failure, Waiting.failure(flow.run(failing(0).retries(1))));
    assertEquals(1, attempts.get());
  }

  @Test
  void mayGiveAValueOfItsOwnOrAsk() throws Throwable {
    intercept((attempt, task) -> {
      if (attempt.execution().name().equals("asked")) {
        try {
          return task.proceed();
        } catch (IOException e) {
          return task.proceed();
        }
      }
      return 42;
    });

    assertEquals(42, Waiting.<Integer>on(flow.run(failing(9))));
    assertEquals(0, attempts.get());
    assertEquals(2, Waiting.<Integer>on(flow.run(failing(1).named("asked"))));
  }

  @Test
  void standsAroundWhatGivesTheStageOnly() throws Throwable {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    intercept((attempt, task) -> {
      ((CompletionStage<?>) task.proceed()).toCompletableFuture();
      return future;
    });
    TaskDef<CompletionStage<Integer>> request = flow.<CompletionStage<Integer>>task(
            "request", in -> new CompletableFuture<>())
        .asynchronous();
    Run<CompletionStage<Integer>> run = flow.run(request);
    future.complete(1);

    assertSame(future, Waiting.on(run));
  }

  @Test
  void leavesExpressionsAndDynamicsAlone() throws Throwable {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    intercept((attempt, task) -> {
      names.add(attempt.execution().name());
      return task.proceed();
    });
    TaskDef<Integer> dynamic =
        flow.dynamic("dynamic", in -> flow.joined().<Integer>run(failing(0)).join());
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> value = body.call(dynamic, 1);
      return body.eval("twice", 2, () -> 2 * value.value(), value);
    });

    assertEquals(2, Waiting.<Integer>on(run));
    assertEquals(List.of("failing"), names);
  }

  @Test
  void anAttemptThatTimedOutAndIsStoppedBeforeItsRetryIsCancelled() throws Throwable {
    intercept();
    CountDownLatch late = new CountDownLatch(1);
    TaskDef<Integer> above = flow.task("above", in -> {
      Waiting.on(late);
      throw new IOException();
    });
    TaskDef<Integer> slow = flow.<Integer>task("slow", in -> {
          try {
            Waiting.forInterrupt();
          } catch (InterruptedException e) {
            late.countDown();
          }
          Waiting.forInterrupt();
          return 1;
        })
        .timeout(1)
        .retries(1);
    Run<Integer> run = flow.run((body, in) -> {
      body.call(above, 1);
      return body.call(slow, 2);
    });

    assertSame(IOException.class, Waiting.failure(run).getClass());
  }

  @Test
  void eventsAreWellFormedWhateverHappens() throws Throwable {
    intercept((attempt, task) -> task.proceed());
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> slow = flow.<Integer>task("slow", in -> {
          started.countDown();
          Waiting.forInterrupt();
          return 1;
        })
        .timeout(1)
        .retries(1)
        .backoff(1, 1);
    Waiting.failure(flow.run((body, in) -> body.map(slow, 1, List.of(1, 2, 3), Body.ELEMENT)));
    Run<Integer> backing = flow.run(failing(9).retries(9).backoff(3_600_000, 3_600_000));
    Run<Integer> hanging = flow.run(slow.timeout(0));
    Waiting.on(started);
    backing.cancel(true);
    hanging.cancel(true);
    Waiting.ended(backing);
    Waiting.ended(hanging);
  }
}
