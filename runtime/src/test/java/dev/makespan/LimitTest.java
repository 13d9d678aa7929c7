package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitTest {
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /** A task that ends only when so many run together, and counts how many do. */
  private TaskDef<Integer> together(TestFlow flow, int tasks) {
    CyclicBarrier barrier = new CyclicBarrier(tasks);
    return flow.task("together", in -> {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      Waiting.on(barrier);
      running.decrementAndGet();
      return 1;
    });
  }

  private static TestFlow.Wiring calls(TaskDef<Integer> task, int times) {
    return (run, in) -> {
      Step<Integer> last = run.call(task, 1);
      for (int i = 1; i < times; i++) {
        last = run.call(task, 1);
      }
      return last;
    };
  }

  @Test
  void threeNestedLevelsWithDynamicsFinishAtOne() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow flow = new TestFlow(runner);
      AtomicReference<TaskDef<Integer>> level = new AtomicReference<>();
      TaskDef<Integer> leaf = flow.task("leaf", in -> {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        running.decrementAndGet();
        return 1;
      });
      TaskDef<List<Integer>> middle = flow.workflow(
          "middle", (run, in) -> run.map(level.get(), 1, List.of(1, 2, 3), Body.ELEMENT, in[0]));
      level.set(flow.dynamic("level", in -> {
        TestFlow joined = flow.joined();
        int depth = (Integer) in[1];
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          calls.add(depth == 0 ? joined.run(leaf) : joined.run(middle, depth - 1));
        }
        int sum = 0;
        for (CompletableFuture<?> call : calls) {
          Object value = call.join();
          sum += value instanceof List<?> list
              ? list.stream().mapToInt(each -> (Integer) each).sum()
              : (Integer) value;
        }
        return sum;
      }));

      assertEquals(243, Waiting.<Integer>on(flow.run(level.get(), 0, 2)));
      assertEquals(1, most.get());
    }
  }

  @Test
  void isTwentyFiveUnlessTheWorkflowSaysOtherwise() throws Throwable {
    TestFlow flow = new TestFlow();
    Waiting.on(flow.<Integer>run(calls(together(flow, 25), 50)));

    assertEquals(25, most.get());
  }

  @Test
  void zeroIsNone() throws Throwable {
    TestFlow flow = new TestFlow();
    TaskDef<Integer> wide = flow.workflow("wide", calls(together(flow, 60), 60));
    Waiting.on(flow.run(wide.maxParallelism(0)));

    assertEquals(60, most.get());
  }

  @Test
  void ofAChildHoldsWithinItsParents() throws Throwable {
    TestFlow flow = new TestFlow();
    TaskDef<Integer> child =
        flow.<Integer>workflow("child", calls(together(flow, 2), 6)).maxParallelism(2);
    Waiting.on(flow.run(flow.<Integer>workflow("parent", calls(child, 1)).maxParallelism(10)));
    assertEquals(2, most.get());

    most.set(0);
    TaskDef<Integer> wide =
        flow.<Integer>workflow("wide", calls(together(flow, 3), 6)).maxParallelism(10);
    Waiting.on(flow.run(flow.<Integer>workflow("narrow", calls(wide, 2)).maxParallelism(3)));
    assertEquals(3, most.get());
  }

  @Test
  void isTheSmallerOneOfRunnerAndWorkflow() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> task = together(flow, 2);
      Waiting.on(flow.run(flow.<Integer>workflow("wide", calls(task, 8)).maxParallelism(4)));
      assertEquals(2, most.get());
      Waiting.on(flow.run(flow.<Integer>workflow("free", calls(task, 8)).maxParallelism(0)));
      assertEquals(2, most.get());
    }
    most.set(0);
    try (Runner runner = Runner.builder().maxParallelism(8).build()) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> task = together(flow, 3);
      Waiting.on(flow.run(flow.<Integer>workflow("narrow", calls(task, 9)).maxParallelism(3)));
      assertEquals(3, most.get());
    }
  }

  @Test
  void ofARunnerHoldsForTheCallsOfADynamicToo() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> task = together(flow, 2);
      TaskDef<Integer> many = flow.dynamic("many", in -> {
        TestFlow joined = flow.joined();
        return Makespan.join(Makespan.all(
                IntStream.range(0, 10).mapToObj(i -> joined.run(task)).toList()))
            .size();
      });

      assertEquals(10, Waiting.<Integer>on(flow.run(many)));
      assertEquals(2, most.get());
    }
  }

  @Test
  void aStageOfACallMayWaitForAnotherCallAtOne() throws Throwable {
    Runner runner = Runner.builder().maxParallelism(1).build();
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> one = flow.task("one", in -> 1);
    TaskDef<Integer> waits = flow.dynamic("waits", in -> {
      TestFlow joined = flow.joined();
      return joined.run(one).thenApply(value -> value + joined.run(one).join()).join();
    });

    TaskDef<Integer> waitsForAll = flow.dynamic("waitsForAll", in -> {
      TestFlow joined = flow.joined();
      return Makespan.all(joined.run(one), joined.run(one))
          .thenApply(values -> values.size() + joined.run(one).join())
          .join();
    });

    assertEquals(2, Waiting.<Integer>on(flow.run(waits)));
    assertEquals(3, Waiting.<Integer>on(flow.run(waitsForAll)));
    runner.close();
  }

  /** The slot of a call is free before its future is complete. */
  @Test
  void aStageOfACallMayWaitForWhatAnotherCallDoesAtOne() throws Throwable {
    Runner runner = Runner.builder().maxParallelism(1).build();
    TestFlow flow = new TestFlow(runner);
    CountDownLatch derived = new CountDownLatch(1);
    CountDownLatch opened = new CountDownLatch(1);
    TaskDef<Void> first = flow.action("first", () -> Waiting.on(derived));
    TaskDef<Void> opens = flow.action("opens", opened::countDown);
    TaskDef<Boolean> waits = flow.dynamic("waits", in -> {
      TestFlow joined = flow.joined();
      Run<Void> before = joined.run(first);
      CompletableFuture<Boolean> stage = before.thenApply(none -> opens(opened));
      Run<Void> after = joined.run(opens);
      derived.countDown();
      Makespan.all(before, after).join();
      return stage.join();
    });

    assertEquals(true, Waiting.<Boolean>on(flow.run(waits)));
    runner.close();
  }

  private static boolean opens(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void isRefusedWhenNegative() {
    assertThrows(IllegalArgumentException.class, () -> Runner.builder().maxParallelism(-1));
  }

  @Test
  void eachElementOfAMapOfWorkflowsHasTheWorkflowsLimitForItself() throws Throwable {
    TestFlow flow = new TestFlow();
    TaskDef<Integer> task = together(flow, 3);
    TaskDef<Integer> narrow =
        flow.<Integer>workflow("narrow", (run, in) -> run.call(task, 1)).maxParallelism(1);
    // Twice, since what a body looks like is known after its first execution only.
    for (int i = 0; i < 2; i++) {
      assertEquals(
          List.of(1, 1, 1),
          Waiting.on(flow.run((run, in) -> run.map(narrow, 1, List.of(1, 2, 3), Body.ELEMENT))));
    }
    assertEquals(3, most.get());
  }

  /** Who waits for the slot of a map's lane gets it when the element is over. */
  @Test
  void aMapGivesWayToACallThatWaitsForItsSlot() throws Throwable {
    TestFlow flow = new TestFlow();
    AtomicInteger executed = new AtomicInteger();
    AtomicInteger last = new AtomicInteger(-1);
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch waits = new CountDownLatch(1);
    TaskDef<Integer> element = flow.task("element", in -> {
      executed.incrementAndGet();
      if (in[0].equals(last.get())) {
        runs.countDown();
        Waiting.on(waits);
      }
      return 1;
    });
    // With a retry it is a call of its own, which queues at once.
    TaskDef<Integer> beside = flow.<Integer>task("beside", in -> executed.get()).retries(1);
    TaskDef<Integer> calls = flow.dynamic("calls", in -> {
      Waiting.on(runs);
      Run<Integer> call = flow.joined().run(beside);
      waits.countDown();
      return call.join();
    });
    List<Integer> elements = IntStream.range(0, 20_000).boxed().toList();
    // After these it is known that they are short, so that a lane takes many at a time.
    Waiting.on(flow.map(element, elements, Body.ELEMENT));
    executed.set(0);
    last.set(5);
    TaskDef<Integer> outer = flow.<Integer>workflow("outer", (body, in) -> {
          Step<Integer> before = body.call(calls, 1);
          body.map(element, 2, elements, Body.ELEMENT);
          return before;
        })
        .maxParallelism(1);

    assertEquals(6, Waiting.<Integer>on(flow.run(outer)));
    assertEquals(20_000, executed.get());
  }

  @Test
  void ofElementsIsReachedByAMap() throws Throwable {
    TestFlow flow = new TestFlow();
    TaskDef<Integer> task = together(flow, 5);
    TaskDef<Integer> inner = flow.workflow("inner", (body, in) -> body.call(task, 1));
    List<Integer> elements = IntStream.range(0, 50).boxed().toList();
    // From the second time on workflows are executed in lanes, too.
    for (TaskDef<Integer> each : List.of(task, inner, inner)) {
      most.set(0);
      TaskDef<List<Integer>> outer = flow.<List<Integer>>workflow(
              "outer", (body, in) -> body.map(each, 1, elements, Body.ELEMENT))
          .maxParallelism(5);

      assertEquals(50, Waiting.<List<Integer>>on(flow.run(outer)).size());
      assertEquals(5, most.get());
    }
  }

  /** Nor does it keep the one of the task above it, which ran on the same thread. */
  @Test
  void anExpressionBetweenTasksHoldsNoSlot() throws Throwable {
    TestFlow own = new TestFlow();
    CountDownLatch evaluating = new CountDownLatch(1);
    CountDownLatch opened = new CountDownLatch(1);
    TaskDef<Integer> next = own.task("next", in -> 1 + (Integer) in[0]);
    TaskDef<Void> opens = own.action("opens", opened::countDown);
    TaskDef<Integer> inner = own.workflow("inner", (body, in) -> {
      Step<Integer> first = body.call(next, 1, in);
      Step<Integer> waits = body.eval(
          "waits",
          2,
          () -> {
            if (first.value() > 1) {
              evaluating.countDown();
              Waiting.on(opened);
            }
            return first.value();
          },
          first);
      return body.call(next, 3, waits);
    });
    // From the second time on it is known that its steps follow each other.
    assertEquals(2, Waiting.<Integer>on(own.run(inner, 0)));
    TaskDef<Integer> outer = own.<Integer>workflow("outer", (body, in) -> {
          Step<Integer> value = body.call(inner, 1, 1);
          Step<Integer> begun = body.eval("begun", 2, () -> {
            Waiting.on(evaluating);
            return 1;
          });
          Step<Void> open = body.after(begun).call(opens, 3);
          return body.eval("last", 4, value::value, value, open);
        })
        .maxParallelism(1);

    assertEquals(3, Waiting.<Integer>on(own.run(outer)));
  }
}
