package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No thread of a runner outlives it, but those of methods that don't listen to an interrupt. */
class RunnerThreadsTest {
  /** How long a thread may take to end; less than an idle one of a pool is kept. */
  private static final long MILLIS = 5_000;

  /** Threads belong to the group of the thread that makes them, virtual ones excepted. */
  private final ThreadGroup group = new ThreadGroup("runner");

  /** The threads on which something of ours ran. */
  private final Set<Thread> met = ConcurrentHashMap.newKeySet();

  private final CountDownLatch leave = new CountDownLatch(1);

  private interface Use {
    void of(Runner runner, TestFlow flow) throws Throwable;
  }

  /** Makes a runner on a thread of the group, uses it there and closes it. */
  private void useAndClose(Use use) throws Throwable {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread user = new Thread(group, () -> {
      try (Runner runner = Runner.builder().build()) {
        use.of(runner, new TestFlow(runner));
      } catch (Throwable thrown) {
        done.completeExceptionally(thrown);
      }
      done.complete(null);
    });
    user.start();
    Waiting.on(done);
    ends(user);
  }

  private static void ends(Thread thread) throws InterruptedException {
    thread.join(MILLIS);
    assertFalse(thread.isAlive(), () -> thread + " is left");
  }

  private void assertAllEnd() throws InterruptedException {
    assertFalse(met.isEmpty());
    for (Thread each : met) {
      ends(each);
    }
    Thread[] left = new Thread[1_000];
    int count = group.enumerate(left);
    for (int i = 0; i < count; i++) {
      ends(left[i]);
    }
  }

  private <R> TaskDef<R> task(TestFlow flow, String name, TestFlow.Method method) {
    return flow.task(name, in -> {
      met.add(Thread.currentThread());
      return method.call(in);
    });
  }

  private void await(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        Waiting.on(latch);
        open = true;
      } catch (InterruptedException ignored) {
        // Does not listen.
      }
    }
  }

  @Test
  void areGoneAfterWorkOfEveryKind() throws Throwable {
    useAndClose((runner, flow) -> {
      TaskDef<Integer> timed = this.<Integer>task(flow, "timed", in -> 1).timeout(100_000);
      TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
        met.add(Thread.currentThread());
        return flow.joined().run(timed).join();
      });
      Run<Integer> run = flow.run((body, in) -> {
        met.add(Thread.currentThread());
        body.map(timed, 1, IntStream.range(0, 100).boxed().toList(), Body.ELEMENT);
        Step<Integer> last = body.call(dynamic, 2);
        return body.eval(
            "value",
            3,
            () -> {
              met.add(Thread.currentThread());
              return last.value();
            },
            last);
      });
      Waiting.on(run.thenApplyAsync(value -> met.add(Thread.currentThread())));
    });

    assertAllEnd();
  }

  @Test
  void areGoneAfterTimeoutsFailuresAndCancellations() throws Throwable {
    useAndClose((runner, flow) -> {
      CountDownLatch started = new CountDownLatch(1);
      TaskDef<Integer> waiting = task(flow, "waiting", in -> {
        started.countDown();
        Waiting.forInterrupt();
        return 1;
      });
      TaskDef<Integer> failing = task(flow, "failing", in -> {
        Waiting.on(started);
        throw new IllegalStateException();
      });
      Run<Integer> cancelled = flow.run(waiting);
      Waiting.on(started);
      cancelled.cancel(true);
      Run<Integer> timedOut = flow.run(waiting.timeout(1));
      Run<Integer> failed = flow.run((body, in) -> {
        body.call(failing, 1);
        return body.call(waiting, 2);
      });
      Run<Integer> open = flow.run(waiting);
      for (Run<Integer> each : List.of(cancelled, timedOut, failed)) {
        Waiting.ended(each);
      }
      runner.closeNow();
      assertTrue(open.isCancelled());
    });

    assertAllEnd();
  }

  @Test
  void areGoneAfterAMethodThatIgnoredItsInterruptHasReturned() throws Throwable {
    useAndClose((runner, flow) -> {
      CountDownLatch started = new CountDownLatch(2);
      TaskDef<Integer> stubborn = task(flow, "stubborn", in -> {
        started.countDown();
        await(leave);
        return 1;
      });
      Run<Integer> cancelled = flow.run(stubborn);
      Run<Integer> timedOut = flow.run(stubborn.timeout(1));
      Waiting.on(started);
      cancelled.cancel(true);
      Waiting.ended(cancelled);
      Waiting.ended(timedOut);
      leave.countDown();
    });

    assertAllEnd();
  }

  @Test
  void areGoneAsSoonAsAMethodReturnsThatTheRunnerDidNotWaitFor() throws Throwable {
    useAndClose((runner, flow) -> {
      CountDownLatch started = new CountDownLatch(1);
      Run<Integer> run = flow.run(task(flow, "stubborn", in -> {
        started.countDown();
        await(leave);
        return 1;
      }));
      Waiting.on(started);
      run.cancel(true);
    });
    assertTrue(met.iterator().next().isAlive());
    leave.countDown();

    assertAllEnd();
  }

  @Test
  void areGoneAfterACloseThatWasInterrupted() throws Throwable {
    useAndClose((runner, flow) -> {
      CountDownLatch started = new CountDownLatch(1);
      flow.run(task(flow, "waiting", in -> {
        started.countDown();
        Waiting.forInterrupt();
        return 1;
      }));
      Waiting.on(started);
      Thread.currentThread().interrupt();
      runner.close();
      assertTrue(Thread.interrupted(), "the interrupt is kept");
    });

    assertAllEnd();
  }

  @Test
  void areGoneAfterAStorm(@TempDir Path folder) throws Exception {
    ForkedJvm jvm = ForkedJvm.of(folder, List.of(), Storm.class);

    assertEquals(List.of("left []", "found 1"), jvm.output());
    assertEquals(0, jvm.exit());
  }
}
