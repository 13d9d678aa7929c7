package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.makespan.event.RunEvent;
import dev.makespan.spi.TaskDef;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A stage of a call that is stopped between two attempts, which waits for one that is stopped
 * later.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class StageOfStoppedCallTest {
  private final CountDownLatch wired = new CountDownLatch(1);

  /** Before an attempt has failed for the engine, a stopped call would have its failure. */
  private final CountDownLatch backingOff = new CountDownLatch(2);

  private final CompletableFuture<Throwable> seen = new CompletableFuture<>();

  private Runner runner() {
    return Runner.builder()
        .listener(event -> {
          if (event instanceof RunEvent.Retried) {
            backingOff.countDown();
          }
        })
        .build();
  }

  private Run<Integer> start(TestFlow flow) throws InterruptedException {
    TaskDef<Integer> backsOff = flow.<Integer>task("backsOff", in -> {
          throw new IllegalStateException();
        })
        .retries(1)
        .backoff(3_600_000, 3_600_000);
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow here = flow.joined();
      Run<Integer> first = here.run(backsOff);
      Run<Integer> second = here.run(backsOff);
      var unused = first.handle((value, thrown) -> {
        try {
          return Makespan.join(second);
        } catch (Throwable ofSecond) {
          seen.complete(ofSecond);
          return 0;
        }
      });
      wired.countDown();
      return second.join();
    });
    Run<Integer> run = flow.run(dynamic);
    Waiting.on(wired);
    Waiting.on(backingOff);
    return run;
  }

  @Test
  void endsWhenTheRunIsCancelled() throws Throwable {
    try (Runner runner = runner()) {
      Run<Integer> run = start(new TestFlow(runner));
      run.cancel(true);

      assertInstanceOf(CancellationException.class, Waiting.on(seen));
      Waiting.ended(run);
    }
  }

  @Test
  void endsWhenTheRunnerIsClosed() throws Throwable {
    Runner runner = runner();
    Run<Integer> run = start(new TestFlow(runner));
    runner.closeNow();

    assertInstanceOf(CancellationException.class, Waiting.on(seen));
    Waiting.ended(run);
  }
}
