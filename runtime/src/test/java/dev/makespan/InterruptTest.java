package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterruptTest {
  private final TestFlow flow = new TestFlow();

  @Test
  void thatATaskLeavesDoesNotReachTheNextOne() throws Throwable {
    TaskDef<Boolean> leaving = flow.task("leaving", in -> {
      boolean before = Thread.currentThread().isInterrupted();
      Thread.currentThread().interrupt();
      return before;
    });

    for (Boolean interrupted : Waiting.on(
        flow.map(leaving.concurrency(1), IntStream.range(0, 200).boxed().toList(), Body.ELEMENT))) {
      assertFalse(interrupted);
    }
    assertFalse(Waiting.<Boolean>on(flow.run((run, in) -> {
      Step<Boolean> last = run.call(leaving, 1);
      for (int i = 0; i < 50; i++) {
        last = run.call(leaving, 2, last);
      }
      return last;
    })));
  }

  @Test
  void thatACallbackLeavesDoesNotReachTheNextTask() throws Throwable {
    TaskDef<Boolean> asking = flow.task("asking", in -> Thread.currentThread().isInterrupted());

    assertFalse(Waiting.<Boolean>on(flow.run(flow.<Boolean>dynamic("dynamic", in -> {
      TestFlow joined = flow.joined();
      boolean any = false;
      for (int i = 0; i < 50; i++) {
        CompletableFuture<Void> interrupting =
            joined.run(asking).thenRun(() -> Thread.currentThread().interrupt());
        CompletableFuture<Boolean> next = interrupting.thenCompose(x -> joined.run(asking));
        any |= Makespan.join(next);
      }
      return any;
    }))));
  }

  @Test
  void ofACancelledRunDoesNotReachAnother() throws Throwable {
    try (Runner runner = Runner.builder().build()) {
      TestFlow own = new TestFlow(runner);
      for (int i = 0; i < 100; i++) {
        CountDownLatch started = new CountDownLatch(1);
        Run<Integer> cancelled = own.run(own.<Integer>task("short", in -> {
          started.countDown();
          return 1;
        }));
        Waiting.on(started);
        cancelled.cancel(true);
        assertFalse(Waiting.<Boolean>on(
            own.run(own.<Boolean>task("asking", in -> Thread.currentThread().isInterrupted()))));
        Waiting.ended(cancelled);
        assertTrue(cancelled.isDone());
      }
    }
  }
}
