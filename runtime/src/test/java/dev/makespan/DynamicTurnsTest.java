package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The calls of a dynamic that a thread executes one after the other. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DynamicTurnsTest {
  private final Runner runner = Runner.builder().build();
  private final TestFlow flow = new TestFlow(runner);

  private final TaskDef<Integer> twice = flow.task("twice", in -> 2 * (Integer) in[0]);
  private final TaskDef<Integer> straight = flow.workflow("straight", (body, in) -> {
    Step<Integer> first = body.call(twice, 1, in[0]);
    return body.call(twice, 2, first);
  });

  @AfterEach
  void close() {
    runner.close();
  }

  /** A task that is known to take next to no time. */
  private TaskDef<Integer> learnt(TestFlow.Method method) throws Throwable {
    AtomicBoolean learns = new AtomicBoolean(true);
    TaskDef<Integer> task =
        flow.task("learnt", in -> learns.get() ? Integer.valueOf(0) : method.call(in));
    for (int i = 0; i < 20; i++) {
      Waiting.on(flow.<Integer>run(task, 0));
    }
    learns.set(false);
    return task;
  }

  private static List<Integer> joined(List<Run<Integer>> calls) {
    return calls.stream().map(CompletableFuture::join).toList();
  }

  @RepeatedTest(20)
  void allAreExecutedOnceAndGiveTheirOwnResults() throws Throwable {
    TaskDef<List<Integer>> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      List<Run<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        calls.add(here.run(i % 3 == 0 ? twice : straight, i));
      }
      return Makespan.all(calls).join();
    });
    Run<List<Integer>> run = flow.run(dynamic);

    assertEquals(
        IntStream.range(0, 300).map(i -> i % 3 == 0 ? 2 * i : 4 * i).boxed().toList(),
        Waiting.on(run));
    Waiting.ended(run);
    long inStraight = run.report().nodes().stream()
        .filter(each -> each.name().equals("straight"))
        .mapToLong(each -> each.count())
        .sum();
    assertEquals(200, inStraight);
  }

  /** Bodies that follow each other in a lane have nothing of each other. */
  @RepeatedTest(20)
  void eachBodyHasItsOwnOutcome() throws Throwable {
    TaskDef<Integer> odd = flow.task("odd", in -> {
      if ((Integer) in[0] % 2 == 0) {
        throw new IllegalArgumentException(in[0] + " is even");
      }
      return (Integer) in[0];
    });
    TaskDef<Integer> failing = flow.workflow("failing", (body, in) -> {
      Step<Integer> first = body.call(odd, 1, in[0]);
      return body.call(twice, 2, first);
    });
    Waiting.on(flow.<Integer>run(failing, 1));
    Waiting.on(flow.<Integer>run(straight, 1));
    TaskDef<List<String>> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      List<CompletableFuture<String>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Run<Integer> call = here.run(i % 5 < 3 ? failing : straight, i);
        calls.add(call.handle((value, thrown) -> thrown == null ? "" + value : text(thrown)));
      }
      return Makespan.all(calls).join();
    });

    assertEquals(
        IntStream.range(0, 100)
            .mapToObj(i -> i % 5 >= 3 ? "" + 4 * i : i % 2 == 0 ? i + " is even" : "" + 2 * i)
            .toList(),
        Waiting.on(flow.<List<String>>run(dynamic)));
  }

  private static String text(Throwable thrown) {
    Throwable own = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return own.getMessage();
  }

  @Test
  void theBodyExecutesNothingThatItDoesNotWaitFor() throws Throwable {
    CountDownLatch opened = new CountDownLatch(1);
    TaskDef<Integer> task = learnt(in -> {
      if (in[0].equals(0)) {
        Waiting.on(opened);
      }
      return (Integer) in[0];
    });
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      Run<Integer> waits = here.run(task, 0);
      int quick = here.<Integer>run(task, 1).join();
      opened.countDown();
      return quick + waits.join();
    });

    assertEquals(1, Waiting.on(flow.<Integer>run(dynamic)));
  }

  @Test
  void whatWaitsForEachOtherGetsThreads() throws Throwable {
    CyclicBarrier all = new CyclicBarrier(20);
    TaskDef<Integer> task = learnt(in -> {
      Waiting.on(all);
      return 1;
    });
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      List<Run<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(here.run(task, i));
      }
      return Makespan.all(calls).join().size();
    });

    assertEquals(20, Waiting.on(flow.<Integer>run(dynamic)));
  }

  /** The stage is no part of the call that completes it, and the other call needs the slot. */
  @Test
  void aStageOfAllCallsMayWaitForAnotherCall() throws Throwable {
    CountDownLatch opened = new CountDownLatch(1);
    TaskDef<Integer> opening = flow.task("opening", in -> {
      opened.countDown();
      return 1;
    });
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      CompletableFuture<Integer> stage = Makespan.all(List.of(here.<Integer>run(twice, 1)))
          .thenApply(values -> {
            here.<Integer>run(opening);
            waitFor(opened);
            return values.get(0);
          });
      return stage.join();
    });
    TaskDef<Integer> narrow =
        flow.<Integer>workflow("narrow", (body, in) -> body.call(dynamic, 1)).maxParallelism(1);

    assertEquals(2, Waiting.on(flow.<Integer>run(narrow)));
  }

  /** The body executes the call that it waits for, and so the stage. */
  @Test
  void aStageIsNoPartOfTheBodyThoughThatExecutesIt() throws Throwable {
    AtomicInteger ofTheBody = new AtomicInteger();
    // With a retry it is no part of a turn.
    TaskDef<Integer> waits = flow.<Integer>task("waits", in -> {
          Waiting.on((CountDownLatch) in[0]);
          return 2;
        })
        .retries(1);
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      Thread own = Thread.currentThread();
      CountDownLatch derived = new CountDownLatch(1);
      CompletableFuture<Integer> stage = flow.joined()
          .<Integer>run(waits, derived)
          .thenApply(value -> {
            ofTheBody.addAndGet(Thread.currentThread() == own ? 1 : 0);
            int inARunOfItsOwn = flow.<Integer>run(twice, value).join();
            int sequential = flow.joined().<Integer>run(twice, inARunOfItsOwn).join();
            return sequential;
          });
      derived.countDown();
      return stage.join();
    });
    for (int i = 0; i < 50; i++) {
      assertEquals(8, Waiting.on(flow.<Integer>run(dynamic)));
    }

    assertTrue(ofTheBody.get() > 0, "other threads were always faster");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      Waiting.on(latch);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void cancellingOneCallStopsNoOther() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> task = learnt(in -> {
      if (in[0].equals(0)) {
        started.countDown();
        Waiting.forInterrupt();
      }
      assertFalse(Thread.currentThread().isInterrupted());
      return (Integer) in[0];
    });
    TaskDef<List<Integer>> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      List<Run<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        calls.add(here.run(task, i));
      }
      Waiting.on(started);
      calls.get(0).cancel(true);
      // Whether it had begun or not, none of these may be hit.
      List<Integer> values = joined(calls.subList(1, 100));
      assertSame(CancellationException.class, Waiting.failure(calls.get(0)).getClass());
      return values;
    });

    assertEquals(
        IntStream.range(1, 100).boxed().toList(), Waiting.on(flow.<List<Integer>>run(dynamic)));
  }

  @Test
  void aLimitHoldsForThem() throws Throwable {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    TaskDef<Integer> task = learnt(in -> {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      Thread.yield();
      running.decrementAndGet();
      return 1;
    });
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      List<Run<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        calls.add(here.run(task, i));
      }
      return joined(calls).size();
    });
    TaskDef<Integer> narrow =
        flow.<Integer>workflow("narrow", (body, in) -> body.call(dynamic, 1)).maxParallelism(2);

    assertEquals(500, Waiting.on(flow.<Integer>run(narrow)));
    assertTrue(most.get() <= 2, () -> most + " at the same time");
  }

  /** The second body can't go on in the lane at its first step, since another call has waited. */
  @Test
  void aBodyThatIsExecutedAgainDoesNotWaitForAStepOfTheOneBefore() throws Throwable {
    CountDownLatch inFirst = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    TaskDef<Integer> early = flow.task("early", in -> in[0]);
    AtomicLong first = new AtomicLong();
    TaskDef<Integer> late = flow.task("late", in -> {
      long start = System.nanoTime();
      if (in[0].equals(1)) {
        inFirst.countDown();
        goesOn.await();
        first.set(System.nanoTime() - start);
      }
      // So that the critical path is the second body's.
      while (in[0].equals(2) && System.nanoTime() - start < 3 * first.get()) {
        Thread.onSpinWait();
      }
      return in[0];
    });
    TaskDef<Integer> pair = flow.workflow("pair", (body, in) -> {
      Step<Integer> before = body.call(early, 1, in[0]);
      return body.after(before).call(late, 2, in[0]);
    });
    Waiting.on(flow.<Integer>run(pair, 0));
    TaskDef<Integer> other = flow.<Integer>task("other", in -> 0).retries(1);
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      List<Run<Integer>> calls = new ArrayList<>();
      calls.add(here.run(pair, 1));
      calls.add(here.run(pair, 2));
      inFirst.await();
      calls.add(here.run(other));
      goesOn.countDown();
      return joined(calls).size();
    });
    TaskDef<Integer> narrow =
        flow.<Integer>workflow("narrow", (body, in) -> body.call(dynamic, 1)).maxParallelism(1);
    Run<Integer> run = flow.run(narrow);
    Waiting.on(run);
    Waiting.ended(run);

    assertEquals(
        List.of("early", "late"),
        run.report().criticalPath().stream().map(RunReport.PathStep::name).toList());
  }

  /** Its memory must not grow with their number. */
  @Test
  void ofVeryManyOneAfterTheOtherTheCriticalPathHasNotEachOne() throws Throwable {
    int calls = 50_000;
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      int sum = 0;
      for (int i = 0; i < calls; i++) {
        sum += here.<Integer>run(twice, 1).join();
      }
      return sum;
    });
    Run<Integer> run = flow.run((body, in) -> body.call(twice, 2, body.call(dynamic, 1)));
    assertEquals(4 * calls, Waiting.<Integer>on(run));
    Waiting.ended(run);

    RunReport report = run.report();
    int steps = report.criticalPath().size();
    assertTrue(steps < 5_000, () -> steps + " steps");
    assertEquals("twice", report.criticalPath().get(0).name());
    // None of them goes without being told.
    assertEquals(report.work(), report.criticalPathTime());
  }

  @Test
  void theyAreExecutedThoughTheBodyDoesNotWait() throws Throwable {
    AtomicInteger executed = new AtomicInteger();
    TaskDef<Integer> task = learnt(in -> executed.incrementAndGet());
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      for (int i = 0; i < 50; i++) {
        Run<Integer> unused = here.run(task, i);
      }
      return 1;
    });
    Run<Integer> run = flow.run(dynamic);

    Waiting.on(run);
    assertEquals(50, executed.get());
  }
}
