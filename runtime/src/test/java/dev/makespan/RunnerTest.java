package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private final Runner runner = Runner.builder().build();
  private final TestFlow flow = new TestFlow(runner);
  private final CountDownLatch started = new CountDownLatch(1);

  private static Thread thread(Runnable job) {
    Thread thread = new Thread(job);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) throws InterruptedException {
    thread.join(20_000);
    assertFalse(thread.isAlive());
  }

  @Test
  void closingRefusesNewRunsAndWaitsForTheOpenOnes() throws Throwable {
    CountDownLatch leave = new CountDownLatch(1);
    AtomicBoolean closed = new AtomicBoolean();
    Run<Integer> run = flow.run(flow.<Integer>task("waiting", in -> {
      started.countDown();
      Waiting.on(leave);
      return 1;
    }));
    Waiting.on(started);
    Thread closing = thread(() -> {
      runner.close();
      closed.set(true);
    });
    while (!runner.engine().isClosed()) {
      Thread.onSpinWait();
    }

    RejectedExecutionException thrown = assertThrows(
        RejectedExecutionException.class, () -> flow.run(flow.<Integer>task("late", in -> 1)));
    assertTrue(thrown.getMessage().contains("late"), thrown.getMessage());
    assertFalse(closed.get());
    leave.countDown();
    join(closing);
    assertEquals(1, run.resultNow());
    assertTrue(run.ended().toCompletableFuture().isDone());
  }

  @Test
  void closingNowCancelsTheOpenRuns() throws Throwable {
    Run<Integer> run = flow.run(flow.<Integer>task("waiting", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return 1;
    }));
    Waiting.on(started);
    runner.closeNow();

    assertTrue(run.isCancelled());
    assertTrue(run.ended().toCompletableFuture().isDone());
    runner.close();
  }

  @Test
  void closingNowCancelsARunThoughAStageOfAnotherOneWaitsForIt() throws Throwable {
    TaskDef<Integer> waiting = flow.task("waiting", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    Run<Integer> first = flow.run(waiting);
    Run<Integer> second = flow.run(waiting);
    CompletableFuture<Boolean> waits =
        first.handle((value, thrown) -> second.handle((none, why) -> 1).join() == 1);
    join(thread(runner::closeNow));

    assertTrue(second.isCancelled());
    assertTrue(waits.isDone());
  }

  @Test
  void anInterruptedCloseCancelsTheOpenRunsAndKeepsTheInterrupt() throws Throwable {
    AtomicBoolean kept = new AtomicBoolean();
    Run<Integer> run = flow.run(flow.<Integer>task("waiting", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return 1;
    }));
    Waiting.on(started);
    Thread closing = thread(() -> {
      Thread.currentThread().interrupt();
      runner.close();
      kept.set(Thread.currentThread().isInterrupted());
    });
    join(closing);

    assertTrue(run.isCancelled());
    assertTrue(kept.get());
  }

  @Test
  void canNotBeClosedByWhatRunsOnIt() throws Throwable {
    Throwable inTask = Waiting.failure(flow.run(flow.action("closing", runner::close)));
    Throwable inDynamic = Waiting.failure(flow.run(flow.<Integer>dynamic("closing", in -> {
      runner.closeNow();
      return 1;
    })));

    assertSame(IllegalStateException.class, inTask.getClass());
    assertSame(IllegalStateException.class, inDynamic.getClass());
    runner.close();
  }

  @Test
  void sharedOneCanNotBeClosed() {
    assertThrows(IllegalStateException.class, () -> Runner.shared().close());
    assertThrows(IllegalStateException.class, () -> Runner.shared().closeNow());
    assertSame(Runner.shared(), Runner.shared());
    runner.close();
  }

  @Test
  void leavesNoThreadBehind() throws Throwable {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    TaskDef<Integer> noting = flow.<Integer>task("noting", in -> {
          threads.add(Thread.currentThread());
          return 1;
        })
        .timeout(100_000);
    Waiting.on(flow.run((run, in) -> {
      for (int i = 0; i < 20; i++) {
        run.call(noting, i);
      }
      return run.call(noting, 20);
    }));
    runner.close();

    assertFalse(threads.isEmpty());
    for (Thread thread : threads) {
      join(thread);
    }
  }

  /** They go on to the runs of others, to which the locals of one caller don't belong. */
  @Test
  void itsThreadsInheritNoThreadLocals() throws Throwable {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("a caller's");
    try {
      TaskDef<String> asks = flow.task("asks", in -> local.get());
      Run<String> run = flow.run(asks);
      Run<Integer> endless = flow.run(flow.<Integer>task("endless", in -> {
        Waiting.forInterrupt();
        return 1;
      }));
      CompletableFuture<String> timed = endless.handle((value, thrown) -> local.get());
      endless.orTimeout(1, TimeUnit.MILLISECONDS);

      assertNull(Waiting.on(run));
      assertNull(Waiting.on(run.thenApplyAsync(value -> local.get())));
      assertNull(Waiting.on(timed));
    } finally {
      local.remove();
      runner.close();
    }
  }

  @Test
  void runsItsTasksOnDaemonThreads() throws Throwable {
    Run<Thread> run = flow.run(flow.<Thread>task("thread", in -> Thread.currentThread()));

    assertTrue(Waiting.<Thread>on(run).isDaemon());
    runner.close();
  }

  @Test
  void closingTwiceDoesNothingMore() {
    runner.close();
    runner.close();
    runner.closeNow();

    assertThrows(
        RejectedExecutionException.class, () -> flow.run(flow.<Integer>task("late", in -> 1)));
  }

  @Test
  void canNotBeClosedByACallbackOfARunThatHadNothingToDo() throws Throwable {
    CompletableFuture<Throwable> refused = new CompletableFuture<>();
    CountDownLatch derived = new CountDownLatch(1);
    Run<Void> run = flow.run((body, in) -> {
      Waiting.on(derived);
      return null;
    });
    CompletableFuture<Void> closing = run.thenRun(runner::close);
    derived.countDown();
    closing.handle((value, thrown) -> refused.complete(thrown.getCause()));

    assertSame(IllegalStateException.class, Waiting.on(refused).getClass());
    runner.close();
  }
}
