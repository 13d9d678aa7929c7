package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.spi.RunScope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A call that waits, and executes another one on its stack meanwhile. */
class NestedInterruptTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  @Test
  void anInterruptOfTheOuterOneComesWhenTheInnerOneIsOver() throws Exception {
    LocalEngine engine = new LocalEngine(new OneThread());
    RunScope scope = engine.open("run", 0, () -> {});
    CompletableFuture<Void> innerEnded = new CompletableFuture<>();
    Call inner = new Call(innerEnded) {
      @Override
      public Object invoke() throws InterruptedException {
        inside.countDown();
        seen.add("inner " + stopped.await(20, TimeUnit.SECONDS));
        seen.add("inner interrupted " + Thread.currentThread().isInterrupted());
        return 1;
      }
    };
    Call outer = new Call(ended) {
      @Override
      public Object invoke() {
        scope.submit(inner);
        scope.help(innerEnded, inner, inner);
        seen.add("outer interrupted " + Thread.currentThread().isInterrupted());
        return 1;
      }
    };
    scope.submit(outer);
    if (!inside.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the inner call isn't executed");
    }

    outer.stop();
    stopped.countDown();
    ended.get(20, TimeUnit.SECONDS);
    scope.end();
    engine.close();

    assertEquals(List.of("inner true", "inner interrupted false", "outer interrupted true"), seen);
  }

  @Test
  void anInterruptOfTheOuterOneThatComesJustBeforeTheInnerOneBeginsIsNotItsOwn() throws Exception {
    LocalEngine engine = new LocalEngine(new OneThread());
    RunScope scope = engine.open("run", 0, () -> {});
    CompletableFuture<Void> innerEnded = new CompletableFuture<>();
    AtomicReference<Call> stops = new AtomicReference<>();
    Call inner = new Call(innerEnded) {
      /** Asked for before each attempt. */
      @Override
      public boolean isShort() {
        stops.get().stop();
        return false;
      }

      @Override
      public Object invoke() {
        seen.add("inner interrupted " + Thread.currentThread().isInterrupted());
        return 1;
      }
    };
    Call outer = new Call(ended) {
      @Override
      public Object invoke() {
        scope.submit(inner);
        scope.help(innerEnded, inner, inner);
        seen.add("outer interrupted " + Thread.currentThread().isInterrupted());
        return 1;
      }
    };
    stops.set(outer);
    scope.submit(outer);
    ended.get(20, TimeUnit.SECONDS);
    scope.end();
    engine.close();

    assertEquals(List.of("inner interrupted false", "outer interrupted true"), seen);
  }

  /** Has a thread for the first job only: nobody else takes up what that one makes ready. */
  private static final class OneThread extends BarePlatform {
    private final AtomicBoolean taken = new AtomicBoolean();

    @Override
    public void execute(Runnable job) {
      if (taken.compareAndSet(false, true)) {
        new Thread(job).start();
      }
    }
  }

  /** A call that tells of its end. */
  private abstract static class Call extends BareCall {
    private final CompletableFuture<Void> end;

    Call(CompletableFuture<Void> end) {
      this.end = end;
    }

    @Override
    public void ended(long nanoTime, boolean overrun) {
      end.complete(null);
    }
  }
}
