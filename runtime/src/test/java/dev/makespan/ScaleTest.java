package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sizes at which recursion would overflow a stack, and quadratic work would not end. */
class ScaleTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);

  @Test
  void aChainOfManySteps() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.call(next, 1, 0);
      for (int i = 1; i < 10_000; i++) {
        last = body.call(next, 1, last);
      }
      return last;
    });

    assertEquals(10_000, Waiting.<Integer>on(run));
  }

  @Test
  void manyStepsThatNeedEachOtherNot() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.call(next, 1, 0);
      for (int i = 1; i < 10_000; i++) {
        last = body.call(next, 1, 0);
      }
      return last;
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void aChainOfWorkflowsThatHaveNothingToDo() throws Throwable {
    TaskDef<Integer> same = flow.workflow("same", (body, in) -> body.value((Integer) in[0]));
    CountDownLatch wired = new CountDownLatch(1);
    TaskDef<Integer> first = flow.task("first", in -> {
      Waiting.on(wired);
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.call(first, 1);
      for (int i = 0; i < 10_000; i++) {
        last = body.call(same, 2, last);
      }
      wired.countDown();
      return last;
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void aMapOfAMillionElements() throws Throwable {
    List<Integer> elements = IntStream.range(0, 1_000_000).boxed().toList();

    assertEquals(1_000_000, Waiting.on(flow.map(next, elements, Body.ELEMENT)).get(999_999));
  }

  @Test
  void aMapOfManyEmptyWorkflows() throws Throwable {
    TaskDef<Integer> same = flow.workflow("same", (body, in) -> body.value((Integer) in[0]));
    List<Integer> elements = IntStream.range(0, 100_000).boxed().toList();

    assertEquals(
        elements,
        Waiting.<List<Integer>>on(
            flow.run((body, in) -> body.map(same, 1, elements, Body.ELEMENT))));
  }

  @Test
  void aDynamicThatCallsOneAfterTheOther() throws Throwable {
    Run<Integer> run = flow.run(flow.<Integer>dynamic("loop", in -> {
      TestFlow joined = flow.joined();
      int value = 0;
      for (int i = 0; i < 100_000; i++) {
        value = joined.run(next, value).join();
      }
      return value;
    }));

    assertEquals(100_000, Waiting.<Integer>on(run));
  }

  @Test
  void dynamicsThatStartTheNextOneAndDoNotWaitForIt() throws Throwable {
    AtomicInteger ran = new AtomicInteger();
    AtomicReference<TaskDef<Integer>> dive = new AtomicReference<>();
    dive.set(flow.dynamic("dive", in -> {
      ran.incrementAndGet();
      int depth = (Integer) in[0];
      if (depth > 0) {
        flow.joined().run(dive.get(), depth - 1);
      }
      return depth;
    }));

    assertEquals(20_000, Waiting.<Integer>on(flow.run(dive.get(), 20_000)));
    assertEquals(20_001, ran.get());
  }

  @Test
  void workflowsThatCallTheNextOneDeepDown() throws Throwable {
    TaskDef<Integer> deep = deep(10_000, next);

    assertEquals(1, Waiting.<Integer>on(flow.run(deep, 0)));
  }

  @Test
  void theGraphOfWorkflowsThatCallTheNextOne() throws Throwable {
    Run<Integer> run = flow.run(deep(1_000, next), 0);
    Waiting.on(run);

    assertEquals(1_001, run.graph().nodes().size());
    assertEquals(1_001, run.report().nodes().size());
  }

  @Test
  void aFailureDeepDown() {
    IllegalStateException failure = new IllegalStateException("deep down");
    TaskDef<Integer> deep = deep(10_000, flow.task("fails", in -> {
      throw failure;
    }));

    assertSame(
        failure, assertThrows(IllegalStateException.class, () -> Waiting.on(flow.run(deep, 0))));
  }

  @Test
  void aCancelThatGoesDeepDown() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger interrupted = new AtomicInteger();
    Run<Integer> run = flow.run(
        deep(10_000, flow.task("hangs", in -> {
          started.countDown();
          try {
            new CountDownLatch(1).await();
            throw new AssertionError("not interrupted");
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
          }
        })),
        0);
    Waiting.on(started);

    run.cancel(true);

    Waiting.ended(run);
    assertEquals(1, interrupted.get());
  }

  @Test
  void mapsInMapsDeepDown() throws Throwable {
    TaskDef<Object> deep = flow.task("leaf", in -> in[0]);
    for (int level = 0; level < 2_000; level++) {
      TaskDef<Object> inner = deep;
      deep = flow.workflow(
          "level" + level, (body, in) -> body.map(inner, 1, List.of(in[0]), Body.ELEMENT));
    }

    Object found = Waiting.<Object>on(flow.run(deep, "x"));

    for (int level = 0; level < 2_000; level++) {
      found = ((List<?>) found).get(0);
    }
    assertEquals("x", found);
  }

  @Test
  void aCancelOfDynamicsThatWaitForTheNextOne() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<TaskDef<Integer>> dive = new AtomicReference<>();
    TaskDef<Integer> hangs = flow.task("hangs", in -> {
      started.countDown();
      new CountDownLatch(1).await();
      return 0;
    });
    dive.set(flow.dynamic("dive", in -> {
      int depth = (Integer) in[0];
      return depth == 0
          ? flow.joined().run(hangs).join()
          : flow.joined().run(dive.get(), depth - 1).join();
    }));
    Run<Integer> run = flow.run(dive.get(), 2_000);
    Waiting.on(started);

    run.cancel(true);

    Waiting.ended(run);
    assertEquals(true, run.isCancelled());
  }

  /** So many workflows, each of which calls the next one. */
  private TaskDef<Integer> deep(int levels, TaskDef<Integer> leaf) {
    TaskDef<Integer> deep = leaf;
    for (int level = 0; level < levels; level++) {
      TaskDef<Integer> inner = deep;
      deep = flow.workflow("level" + level, (body, in) -> body.call(inner, 1, in));
    }
    return deep;
  }

  @Test
  void aMapThatToleratesManyFailuresButNotAll() throws Throwable {
    List<Integer> elements = IntStream.range(0, 200_000).boxed().toList();
    TaskDef<Integer> fails = flow.mapTask("fails", in -> {
      throw new UntracedException();
    });

    assertThrows(
        UntracedException.class,
        () -> Makespan.mapSome(1, elements, element -> {
          throw new UntracedException();
        }));
    Throwable failure = Waiting.failure(
        flow.run((body, in) -> body.mapSome(fails, 1, 1.0, elements, Body.ELEMENT)));
    // The others, and the levels, which have no trace to stand in.
    assertEquals(200_000, failure.getSuppressed().length);
  }

  /** The failure of a stage is known as that of its call. */
  @Test
  void aDynamicWithManyFailingCallsWhoseStagesNobodyLooksAt() throws Throwable {
    TaskDef<Integer> fails = flow.task("fails", in -> {
      throw new UntracedException();
    });
    Run<Integer> run = flow.run(flow.<Integer>dynamic("calls", in -> {
      TestFlow joined = flow.joined();
      for (int i = 0; i < 100_000; i++) {
        var unused = joined.run(fails).thenApply(value -> value);
      }
      return 1;
    }));

    Throwable failure = Waiting.failure(run);
    assertSame(UntracedException.class, failure.getClass());
    assertEquals(100_000, failure.getSuppressed().length);
  }

  private static final class UntracedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UntracedException() {
      super("planned", null, true, false);
    }
  }

  /** Each of them has stack enough for itself, but not for all the others that wait for it. */
  @Test
  void dynamicsThatNeedMuchStackRecurseDeep() throws Throwable {
    AtomicReference<TaskDef<Integer>> self = new AtomicReference<>();
    self.set(flow.dynamic("dynamic", in -> {
      int left = (Integer) in[0];
      return left == 0
          ? 0
          : 1 + frames(150, () -> flow.joined().run(self.get(), left - 1).join());
    }));

    assertEquals(300, Waiting.<Integer>on(flow.run(self.get(), 300)));
  }

  private static int frames(int count, Supplier<Integer> innermost) {
    return count == 0 ? innermost.get() : frames(count - 1, innermost);
  }
}
