package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that several threads close at the same time. */
class CloseTest {
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch ends = new CountDownLatch(1);

  /** Its threads end when the test says so. */
  private final Platform platform = new BarePlatform() {
    @Override
    public void execute(Runnable job) {
      throw new AssertionError("nothing runs");
    }

    @Override
    public void close(Duration atMost) {
      ending.countDown();
      try {
        assertTrue(ends.await(20, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  };

  private final LocalEngine engine = new LocalEngine(platform);

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachReturnsWhenTheThreadsHaveEnded(boolean now) throws InterruptedException {
    Thread first = thread(engine::close);
    assertTrue(ending.await(20, TimeUnit.SECONDS));
    Thread second = thread(now ? engine::closeNow : engine::close);
    while (second.isAlive() && second.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    assertTrue(second.isAlive(), "the second returned before the first");
    ends.countDown();
    join(first);
    join(second);
  }

  @Test
  void noneWaitsForEverWhereTheThreadsCanNotBeEnded() throws InterruptedException {
    OutOfMemoryError error = new OutOfMemoryError("no memory to end them");
    LocalEngine broken = new LocalEngine(new BarePlatform() {
      @Override
      public void execute(Runnable job) {
        throw new AssertionError("nothing runs");
      }

      @Override
      public void close(Duration atMost) {
        throw error;
      }
    });

    assertThrows(OutOfMemoryError.class, broken::close);
    join(thread(broken::close));
  }
}
