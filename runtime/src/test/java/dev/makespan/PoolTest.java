package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Named pools, which all runs of a runner share. */
class PoolTest {
  private static final long HOUR = 3_600_000;

  private final Runner runner = Runner.builder().pool("db", 1).pool("wide", 3).build();
  private final TestFlow flow = new TestFlow(runner);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch leave = new CountDownLatch(1);

  @AfterEach
  void close() {
    leave.countDown();
    runner.close();
  }

  /** A run that holds the only place of a pool until it is let go. */
  private Run<Integer> holder() throws InterruptedException {
    CountDownLatch holding = new CountDownLatch(1);
    Run<Integer> run = flow.run(flow.<Integer>task("holder", in -> {
          holding.countDown();
          Waiting.on(leave);
          return 1;
        })
        .pool("db"));
    Waiting.on(holding);
    return run;
  }

  private TaskDef<Integer> counted(String pool) {
    return flow.<Integer>task("counted", in -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.yield();
          return running.decrementAndGet();
        })
        .pool(pool);
  }

  @Test
  void limitTheTasksOfAllRunsTogether() throws Throwable {
    TaskDef<Integer> task = counted("wide");
    List<CompletableFuture<?>> runs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      runs.add(flow.run((body, in) -> {
        body.map(task, 1, IntStream.range(0, 200).boxed().toList());
        Step<Integer> last = body.call(task, 2);
        for (int j = 0; j < 20; j++) {
          last = body.call(task, 3);
        }
        return last;
      }));
    }
    for (CompletableFuture<?> run : runs) {
      Waiting.on(run);
    }
    assertTrue(most.get() >= 2 && most.get() <= 3, most.get() + " at the same time");
  }

  @Test
  void thatARunnerDoesNotHaveFailTheTask() throws Throwable {
    TaskDef<Integer> lost = flow.<Integer>task("lost", in -> 1).pool("disk").retries(3);
    Throwable thrown = Waiting.failure(flow.run((body, in) -> body.call(lost, 7)));

    assertInstanceOf(IllegalArgumentException.class, thrown);
    assertEquals(
        "task " + TestFlow.class.getName() + ".lost needs a place in the pool \"disk\", and its"
            + " runner has only db, wide; define it with Runner.builder().pool(\"disk\", …)",
        thrown.getMessage());
    assertEquals("lost", thrown.getStackTrace()[0].getMethodName());
    assertEquals(7, thrown.getStackTrace()[1].getLineNumber());

    TestFlow other = new TestFlow();
    TaskDef<Integer> shared = other.<Integer>task("lost", in -> 1).pool("disk");
    assertTrue(Waiting.failure(other.map(shared, List.of(1, 2, 3), Body.ELEMENT))
        .getMessage()
        .contains("has no pools"));
  }

  @Test
  void holdNoSlotsOfThoseThatWait() throws Throwable {
    holder();
    TaskDef<Integer> free = flow.task("free", in -> 2);
    Run<Integer> run = flow.run(flow.<Integer>workflow("narrow", (body, in) -> {
          body.call(counted("db"), 1);
          body.call(counted("db"), 2);
          Step<Integer> other = body.call(free, 3);
          return body.call(
              flow.<Integer>task("letting", values -> {
                leave.countDown();
                return (Integer) values[0];
              }),
              4,
              other);
        })
        .maxParallelism(1));

    assertEquals(2, Waiting.<Integer>on(run));
  }

  @Test
  void haveNoPlacesForThoseThatWaitForSlots() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> busy = flow.task("busy", in -> {
      started.countDown();
      Waiting.on(leave);
      return 1;
    });
    Run<Integer> narrow = flow.run(flow.<Integer>workflow("narrow", (body, in) -> {
          body.call(busy, 1);
          return body.call(counted("db"), 2);
        })
        .maxParallelism(1));
    Waiting.on(started);

    assertEquals(0, Waiting.<Integer>on(flow.run(counted("db"))));
    assertFalse(narrow.isDone());
    leave.countDown();
    assertEquals(0, Waiting.<Integer>on(narrow));
  }

  @Test
  void forgetThoseThatAreCancelled() throws Throwable {
    Run<Integer> holder = holder();
    Run<Integer> waits = flow.run(counted("db"));
    Run<Integer> next = flow.run(counted("db"));
    waits.cancel(true);
    Waiting.ended(waits);
    assertFalse(next.isDone());
    leave.countDown();

    Waiting.on(holder);
    assertEquals(0, Waiting.<Integer>on(next));
  }

  @Test
  void haveAPlaceAgainWhileATaskWaitsForItsNextAttempt() throws Throwable {
    CountDownLatch failed = new CountDownLatch(1);
    Run<Integer> backing = flow.run(flow.<Integer>task("fails", in -> {
          failed.countDown();
          throw new IOException();
        })
        .pool("db")
        .retries(1)
        .backoff(HOUR, HOUR));
    Waiting.on(failed);

    assertEquals(0, Waiting.<Integer>on(flow.run(counted("db"))));
    backing.cancel(true);
    Waiting.ended(backing);
  }

  @Test
  void haveAPlaceAgainAfterAnOverrun() throws Throwable {
    Run<Integer> slow = flow.run(flow.<Integer>task("slow", in -> {
          try {
            Waiting.forInterrupt();
          } catch (InterruptedException e) {
            Waiting.on(leave);
          }
          return 1;
        })
        .pool("db")
        .timeout(1));
    Waiting.failure(slow);

    assertEquals(0, Waiting.<Integer>on(flow.run(counted("db"))));
    Waiting.ended(slow);
    assertEquals(1, slow.report().overruns());
  }

  @Test
  void areFullUntilAStageIsComplete() throws Throwable {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    Run<CompletionStage<Integer>> pending =
        flow.run(flow.<CompletionStage<Integer>>task("asks", in -> {
              asked.countDown();
              return stage;
            })
            .asynchronous()
            .pool("db"));
    Waiting.on(asked);
    Run<Boolean> next =
        flow.run(flow.<Boolean>task("next", in -> stage.isDone()).pool("db"));
    stage.complete(1);

    assertTrue(Waiting.<Boolean>on(next));
    Waiting.on(pending);
  }

  @Test
  void servesManyRunsThatComeAndGo() throws Throwable {
    TaskDef<Integer> task = counted("wide").retries(1).backoff(0, 0);
    for (int round = 0; round < 300; round++) {
      List<Run<List<Integer>>> runs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int limit = 1 + i % 3;
        runs.add(flow.run(flow.<List<Integer>>workflow(
                "run", (body, in) -> body.map(task, 1, List.of(1, 2, 3, 4, 5)))
            .maxParallelism(limit)));
      }
      runs.get(round % 6).cancel(true);
      for (Run<?> run : runs) {
        Waiting.ended(run);
      }
    }
    assertTrue(most.get() <= 3, most.get() + " at the same time");
  }
}
