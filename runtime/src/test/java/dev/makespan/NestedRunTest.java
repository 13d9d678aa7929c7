package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Flows that are used inside a task. */
class NestedRunTest {
  @Test
  void hasSlotsOfItsOwnSoThatItFinishesAtOne() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> one = flow.task("one", in -> 1);
      TaskDef<Integer> made = flow.task("made", in -> Makespan.join(flow.run(one)));
      TaskDef<Integer> current =
          flow.task("current", in -> Makespan.join(flow.joined().run(one)));

      assertEquals(1, Waiting.<Integer>on(flow.run((run, in) -> run.call(made, 1))));
      assertEquals(1, Waiting.<Integer>on(flow.run((run, in) -> run.call(current, 1))));
    }
  }

  @Test
  void hasARunOfItsOwn() throws Throwable {
    TestFlow flow = new TestFlow();
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    TaskDef<Integer> one = flow.task("one", in -> 1);
    Run<Integer> run = flow.run(flow.<Integer>task("outer", in -> {
      nested.set(flow.joined().run(one));
      return nested.get().join();
    }));

    assertEquals(1, Waiting.<Integer>on(run));
    assertEquals(1, run.graph().nodes().size());
    assertEquals("one", nested.get().graph().nodes().get(0).name());
  }

  @Test
  void isCancelledWithTheTask() throws Throwable {
    TestFlow flow = new TestFlow();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    TaskDef<Integer> inner = flow.task("inner", in -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } finally {
        interrupted.countDown();
      }
      return 1;
    });
    Run<Integer> run = flow.run(flow.<Integer>task("outer", in -> {
      nested.set(flow.run(inner));
      return Makespan.join(nested.get());
    }));
    Waiting.on(started);
    run.cancel(true);

    Waiting.on(interrupted);
    Waiting.ended(run);
    assertTrue(nested.get().isCancelled());
    Waiting.ended(nested.get());
    assertEquals(RunReport.Outcome.CANCELLED, nested.get().report().outcome());
  }

  /** The task hears of its interrupt, and starts a run all the same. */
  private TaskDef<Integer> startsLate(
      TestFlow flow, CountDownLatch started, AtomicReference<Run<Integer>> nested) {
    TaskDef<Integer> inner = flow.task("inner", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    return flow.task("outer", in -> {
      started.countDown();
      try {
        Waiting.forInterrupt();
      } catch (InterruptedException e) {
        nested.set(flow.run(inner));
      }
      return 1;
    });
  }

  @Test
  void isCancelledThoughTheTaskStartsItAfterItsInterrupt() throws Throwable {
    TestFlow flow = new TestFlow();
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    Run<Integer> run = flow.run(startsLate(flow, started, nested));
    Waiting.on(started);
    run.cancel(true);
    Waiting.ended(run);

    Waiting.ended(nested.get());
    assertTrue(nested.get().isCancelled());
  }

  /** A task that is executed while the body above it is wired, in a turn with others. */
  @Test
  void isCancelledWithATaskThatIsAloneInItsWorkflow() throws Throwable {
    TestFlow flow = new TestFlow();
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Run<Integer>> early = new AtomicReference<>();
    AtomicReference<Run<Integer>> late = new AtomicReference<>();
    AtomicBoolean known = new AtomicBoolean();
    TaskDef<Integer> startsLate = startsLate(flow, started, late);
    TaskDef<Integer> inner = flow.task("inner", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    TaskDef<Integer> outer = flow.task("starts", in -> {
      if (!known.get()) {
        return 1;
      }
      early.set(flow.run(inner));
      return startsLate.body().invoke(startsLate.number(), in);
    });
    TaskDef<Integer> workflow = flow.workflow("alone", (body, in) -> body.call(outer, 1));
    // From the second time on it is known that it is alone.
    assertEquals(1, Waiting.<Integer>on(flow.run(workflow)));
    known.set(true);
    Run<Integer> run = flow.run(workflow);
    Waiting.on(started);
    run.cancel(true);
    Waiting.ended(run);

    for (Run<Integer> each : List.of(early.get(), late.get())) {
      Waiting.ended(each);
      assertTrue(each.isCancelled());
      assertEquals(RunReport.Outcome.CANCELLED, each.report().outcome());
    }
  }

  @Test
  void isCancelledWithTheElementOfAMapThatStartedIt() throws Throwable {
    TestFlow flow = new TestFlow();
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    IllegalStateException thrown = new IllegalStateException();
    TaskDef<Integer> inner = flow.task("inner", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    TaskDef<Integer> element = flow.task("element", in -> {
      if (in[0].equals(0)) {
        Waiting.on(started);
        throw thrown;
      }
      nested.set(flow.run(inner));
      return Makespan.join(nested.get());
    });

    assertSame(thrown, Waiting.failure(flow.map(element, List.of(0, 1), Body.ELEMENT)));
    Waiting.ended(nested.get());
    assertTrue(nested.get().isCancelled());
  }

  @Test
  void isCancelledWhenTheTimeOfTheTaskIsOver() throws Throwable {
    TestFlow flow = new TestFlow();
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    TaskDef<Integer> inner = flow.task("inner", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    TaskDef<Integer> outer = flow.<Integer>task("outer", in -> {
      nested.set(flow.run(inner));
      return nested.get().join();
    });

    Waiting.failure(flow.run(outer.timeout(50)));

    Waiting.ended(nested.get());
    assertTrue(nested.get().isCancelled());
  }

  /** Who starts it is no part of the next call, though the same thread executes that. */
  @Test
  void ofAStageOfACallIsNotCancelledWithTheCallThatFollows() throws Throwable {
    TestFlow flow = new TestFlow();
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Run<Integer>> following = new CompletableFuture<>();
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    TaskDef<Integer> inner = flow.task("inner", in -> {
      Waiting.on(leave);
      return 4;
    });
    CountDownLatch derived = new CountDownLatch(1);
    TaskDef<Integer> one = flow.task("one", in -> {
      Waiting.on(derived);
      return 1;
    });
    TaskDef<Integer> hangs = flow.task("hangs", in -> {
      begun.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    Run<Integer> run = flow.run(flow.<Integer>dynamic("dynamic", in -> {
      TestFlow joined = flow.joined();
      Run<Integer> first = joined.run(one);
      CompletableFuture<Void> started = first.thenRun(() -> nested.set(flow.run(inner)));
      derived.countDown();
      Run<Integer> next = joined.run(hangs);
      following.complete(next);
      Makespan.all(first, next).handle((all, thrown) -> 1).join();
      started.join();
      return 1;
    }));
    Waiting.on(begun);
    Waiting.on(following).cancel(true);
    assertEquals(1, Waiting.<Integer>on(run));
    leave.countDown();

    assertEquals(4, Waiting.<Integer>on(nested.get()));
  }

  @Test
  void tellsItsFailureToTheTask() throws Throwable {
    TestFlow flow = new TestFlow();
    IOException thrown = new IOException();
    TaskDef<Integer> failing = flow.task("failing", in -> {
      throw thrown;
    });

    assertSame(
        thrown,
        Waiting.failure(
            flow.run(flow.<Integer>task("outer", in -> Makespan.join(flow.run(failing))))));
  }

  @Test
  void ofATaskThatIsOverIsNotCancelledAnyMore() throws Throwable {
    TestFlow flow = new TestFlow();
    CountDownLatch leave = new CountDownLatch(1);
    AtomicReference<Run<Integer>> nested = new AtomicReference<>();
    TaskDef<Integer> inner = flow.task("inner", in -> {
      Waiting.on(leave);
      return 4;
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.call(
          flow.<Integer>task("outer", x -> {
            nested.set(flow.run(inner));
            return 1;
          }),
          1);
      body.fence(
          flow.action("failing", () -> {
            throw new CancellationException();
          }),
          2);
      return null;
    });
    Waiting.failure(run);
    leave.countDown();

    assertEquals(4, Waiting.<Integer>on(nested.get()));
  }
}
