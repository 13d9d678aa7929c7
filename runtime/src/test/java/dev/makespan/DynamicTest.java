package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DynamicTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> one = flow.task("one", in -> 1);

  private Run<Integer> dynamic(TestFlow.Method body) {
    return flow.run(flow.<Integer>dynamic("dynamic", body));
  }

  @Test
  void itsCallsJoinItsRun() throws Throwable {
    Run<Integer> run = dynamic(in -> {
      TestFlow joined = flow.joined();
      return Makespan.join(joined.run(one)) + Makespan.join(joined.run(one));
    });

    assertEquals(2, Waiting.<Integer>on(run));
    assertEquals(
        List.of("dynamic", "dynamic/one"),
        run.graph().nodes().stream().map(node -> node.id()).toList());
  }

  @Test
  void itsCallsRunBesideItsBody() throws Throwable {
    CountDownLatch inTask = new CountDownLatch(1);
    CountDownLatch inBody = new CountDownLatch(1);
    TaskDef<Integer> task = flow.task("task", in -> {
      inTask.countDown();
      Waiting.on(inBody);
      return 2;
    });

    assertEquals(2, Waiting.<Integer>on(dynamic(in -> {
      CompletableFuture<Integer> call = flow.joined().run(task);
      Waiting.on(inTask);
      inBody.countDown();
      return call.join();
    })));
  }

  @Test
  void endsWhenAllItStartedHasEnded() throws Throwable {
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch returned = new CountDownLatch(1);
    TaskDef<Integer> slow = flow.task("slow", in -> {
      Waiting.on(leave);
      return 1;
    });
    TaskDef<Integer> after = flow.task("after", in -> {
      returned.countDown();
      return 1;
    });

    Run<Integer> run = dynamic(in -> {
      flow.joined().run(slow);
      flow.joined().run(after);
      return 7;
    });
    Waiting.on(returned);
    assertFalse(run.isDone());
    leave.countDown();

    assertEquals(7, Waiting.<Integer>on(run));
  }

  @Test
  void itsFlowMayBeUsedOnAnotherThread() throws Throwable {
    Run<Integer> run = dynamic(in -> {
      TestFlow joined = flow.joined();
      AtomicReference<Integer> value = new AtomicReference<>();
      Thread other = new Thread(() -> value.set(joined.run(one).join()));
      other.start();
      other.join();
      return value.get();
    });

    assertEquals(1, Waiting.<Integer>on(run));
    assertEquals(2, run.graph().nodes().size());
  }

  @Test
  void itsFlowRefusesCallsAfterItsEnd() throws Throwable {
    AtomicReference<TestFlow> kept = new AtomicReference<>();
    Waiting.<Integer>on(dynamic(in -> {
      kept.set(flow.joined());
      return 1;
    }));

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> kept.get().run(one));
    assertTrue(thrown.getMessage().contains("has ended"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("TestFlow.one"), thrown.getMessage());
  }

  @Test
  void aFutureOfItsCallsIsOfUseAfterItsEnd() throws Throwable {
    AtomicReference<CompletableFuture<Integer>> kept = new AtomicReference<>();
    Waiting.<Integer>on(dynamic(in -> {
      kept.set(flow.joined().run(one));
      return 1;
    }));

    assertEquals(2, kept.get().thenApply(value -> value + 1).join());
  }

  @Test
  void aFlowThatIsMadeInsideIsRefusedWithTheCure() throws Throwable {
    Throwable thrown = Waiting.failure(dynamic(in -> Makespan.join(flow.run(one))));

    assertSame(IllegalStateException.class, thrown.getClass());
    assertTrue(thrown.getMessage().contains("TestFlow.current()"), thrown.getMessage());
  }

  @Test
  void mayCallItself() throws Throwable {
    AtomicReference<TaskDef<Integer>> fib = new AtomicReference<>();
    fib.set(flow.dynamic("fib", in -> {
      int n = (Integer) in[0];
      TestFlow joined = flow.joined();
      if (n < 2) {
        return n;
      }
      CompletableFuture<Integer> left = joined.run(fib.get(), n - 1);
      return joined.run(fib.get(), n - 2).join() + left.join();
    }));

    Run<Integer> run = flow.run(fib.get(), 10);
    assertEquals(55, Waiting.<Integer>on(run));
    assertEquals(1, run.graph().nodes().size());
  }

  @Test
  void mapsAMapTaskOverAList() throws Throwable {
    TaskDef<Integer> times = flow.mapTask("times", in -> (Integer) in[0] * (Integer) in[1]);

    assertEquals(
        60,
        Waiting.<Integer>on(dynamic(
            in -> flow.joined().map(times, List.of(1, 2, 3), Body.ELEMENT, 10).join().stream()
                .mapToInt(each -> each)
                .sum())));
  }

  @Test
  void itsBodyDoesNotRunOnTheThreadThatStartsIt() throws Throwable {
    AtomicReference<Thread> thread = new AtomicReference<>();
    Waiting.<Integer>on(dynamic(in -> {
      thread.set(Thread.currentThread());
      return 1;
    }));

    assertNotSame(Thread.currentThread(), thread.get());
  }

  @Test
  void outsideARunEachCallOfTheCurrentFlowRunsAtOnce() throws Throwable {
    TestFlow sequential = flow.joined();
    AtomicReference<Thread> thread = new AtomicReference<>();
    IOException thrown = new IOException();

    Run<Integer> run = sequential.run(flow.<Integer>task("here", in -> {
      thread.set(Thread.currentThread());
      return 1;
    }));
    Run<Integer> failed = sequential.run(flow.<Integer>task("failing", in -> {
      throw thrown;
    }));
    CompletableFuture<List<Integer>> mapped =
        sequential.map(flow.<Integer>mapTask("same", in -> in[0]), List.of(1, 2), Body.ELEMENT);

    assertTrue(run.isDone());
    assertSame(Thread.currentThread(), thread.get());
    assertSame(thrown, Waiting.failure(failed));
    assertEquals(List.of(1, 2), mapped.join());
    assertEquals(3, run.thenApply(value -> value + 2).join());
    assertTrue(run.ended().toCompletableFuture().isDone());
    assertTrue(run.report().toString().contains("succeeded"));
    assertTrue(failed.report().toString().contains("failed"));
  }
}
