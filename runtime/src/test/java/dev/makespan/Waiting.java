package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Waits with an end, so that a broken runtime fails a test instead of hanging it. */
final class Waiting {
  private static final long SECONDS = 20;

  private Waiting() {}

  static void on(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(SECONDS, TimeUnit.SECONDS), "nobody opened the latch");
  }

  static void on(CyclicBarrier barrier) throws Exception {
    barrier.await(SECONDS, TimeUnit.SECONDS);
  }

  /** The result, when it comes. */
  static <R> R on(CompletionStage<R> stage) throws Throwable {
    done(stage);
    return Makespan.join(stage);
  }

  /** Waits for the end of a run, however it ends. */
  static void ended(Run<?> run) throws Throwable {
    done(run.ended());
  }

  /** The exception that the stage fails with. */
  static Throwable failure(CompletionStage<?> stage) throws Throwable {
    done(stage);
    try {
      Object value = Makespan.join(stage);
      throw new AssertionError("no failure but " + value);
    } catch (CompletionException e) {
      throw new AssertionError("wrapped", e);
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  /** Waits through a plain future, so that the engine's ways to wait don't matter. */
  private static void done(CompletionStage<?> stage) throws Throwable {
    CompletableFuture<Void> done = new CompletableFuture<>();
    var unused = stage.handle((value, thrown) -> done.complete(null));
    done.get(SECONDS, TimeUnit.SECONDS);
  }

  /** A thread that waits for ever, unless it is interrupted. */
  static void forInterrupt() throws InterruptedException {
    on(new CountDownLatch(1));
    throw new AssertionError("not interrupted");
  }
}
