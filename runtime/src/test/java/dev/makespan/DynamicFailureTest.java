package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.spi.TaskDef;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DynamicFailureTest {
  private final TestFlow flow = new TestFlow();
  private final IOException thrown = new IOException("thrown");
  private final TaskDef<Integer> failing = flow.task("failing", in -> {
    throw thrown;
  });
  private final TaskDef<Integer> one = flow.task("one", in -> 1);

  private Run<Integer> dynamic(TestFlow.Method body) {
    return flow.run(flow.<Integer>dynamic("dynamic", body));
  }

  @Test
  void aFailedCallThatTheBodyCatchesIsNoFailure() throws Throwable {
    assertEquals(2, Waiting.<Integer>on(dynamic(in -> {
      TestFlow joined = flow.joined();
      CompletableFuture<Integer> call = joined.run(failing);
      assertSame(thrown, assertThrows(IOException.class, () -> Makespan.join(call)));
      return 1 + joined.run(one).join();
    })));
  }

  @Test
  void aFailedCallThatNobodyLookedAtFailsTheDynamic() throws Throwable {
    assertSame(thrown, Waiting.failure(dynamic(in -> {
      flow.joined().run(failing);
      return 1;
    })));
  }

  @Test
  void theBodysOwnFailureWinsOverThoseNobodyLookedAt() throws Throwable {
    IllegalStateException own = new IllegalStateException();

    assertSame(own, Waiting.failure(dynamic(in -> {
      flow.joined().run(failing);
      throw own;
    })));
    assertSame(thrown, own.getSuppressed()[0]);
  }

  @Test
  void ofSeveralThatNobodyLookedAtTheOneCalledFirstWins() throws Throwable {
    CountDownLatch second = new CountDownLatch(1);
    IOException first = new IOException("first");
    TaskDef<Integer> slow = flow.task("slow", in -> {
      Waiting.on(second);
      throw first;
    });
    TaskDef<Integer> quick = flow.task("quick", in -> {
      second.countDown();
      throw thrown;
    });

    assertSame(first, Waiting.failure(dynamic(in -> {
      flow.joined().run(slow);
      flow.joined().run(quick);
      return 1;
    })));
    assertSame(thrown, first.getSuppressed()[0]);
  }

  @Test
  void aFailedStageOfACallThatNobodyLookedAtFailsTheDynamic() throws Throwable {
    assertSame(thrown, Waiting.failure(dynamic(in -> {
      flow.joined().run(failing).thenApply(value -> value);
      return 1;
    })));
    IllegalStateException inStage = new IllegalStateException();
    assertSame(inStage, Waiting.failure(dynamic(in -> {
      flow.joined().run(one).thenApply(value -> {
        throw inStage;
      });
      return 1;
    })));
  }

  @Test
  void aStageThatHandlesTheFailureIsALook() throws Throwable {
    assertEquals(
        5,
        Waiting.<Integer>on(
            dynamic(in -> flow.joined().run(failing).exceptionally(e -> 5).join())));
    assertEquals(1, Waiting.<Integer>on(dynamic(in -> {
      flow.joined().run(failing).handle((value, e) -> 0);
      return 1;
    })));
  }

  @Test
  void askingWhetherACallHasFailedIsALook() throws Throwable {
    assertEquals(1, Waiting.<Integer>on(dynamic(in -> {
      CompletableFuture<Integer> call = flow.joined().run(failing);
      CountDownLatch done = new CountDownLatch(1);
      call.whenComplete((value, e) -> done.countDown()).exceptionally(e -> 0);
      Waiting.on(done);
      return call.isCompletedExceptionally() ? 1 : 0;
    })));
  }

  @Test
  void givingUpToWaitIsNoLook() throws Throwable {
    CountDownLatch givenUp = new CountDownLatch(1);
    TaskDef<Integer> late = flow.task("late", in -> {
      Waiting.on(givenUp);
      throw thrown;
    });

    assertSame(thrown, Waiting.failure(dynamic(in -> {
      CompletableFuture<Integer> call = flow.joined().run(late);
      assertThrows(TimeoutException.class, () -> call.get(1, TimeUnit.NANOSECONDS));
      assertEquals(7, call.getNow(7));
      assertEquals(false, call.isCompletedExceptionally());
      givenUp.countDown();
      return 1;
    })));
  }

  @Test
  void aCallThatTheBodyCancelsIsNoFailure() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> waiting = flow.task("waiting", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return 1;
    });

    assertEquals(3, Waiting.<Integer>on(dynamic(in -> {
      CompletableFuture<Integer> call = flow.joined().run(waiting);
      CompletableFuture<Integer> derived = call.thenApply(value -> value);
      Waiting.on(started);
      call.cancel(true);
      assertEquals(true, derived.isDone());
      return 3;
    })));
  }

  @Test
  void aTaskThatThrowsACancellationByItselfFailsTheDynamic() throws Throwable {
    CancellationException own = new CancellationException("own");
    TaskDef<Integer> cancelling = flow.task("cancelling", in -> {
      throw own;
    });

    assertSame(own, Waiting.failure(dynamic(in -> {
      flow.joined().run(cancelling);
      return 1;
    })));
  }

  @Test
  void aFailureThatGoesThroughTheBodyIsNotSuppressedInItself() throws Throwable {
    assertSame(thrown, Waiting.failure(dynamic(in -> {
      TestFlow joined = flow.joined();
      joined.run(failing);
      return Makespan.join(joined.run(failing));
    })));
    for (Throwable suppressed : thrown.getSuppressed()) {
      assertEquals("WorkflowTrace", suppressed.getClass().getSimpleName());
    }
  }
}
