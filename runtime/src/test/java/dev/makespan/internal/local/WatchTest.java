package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in the watch must not end it: runs would wait for it for ever. */
class WatchTest {
  private final OutOfMemoryError noMemory = new OutOfMemoryError("thrown by the test");
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicBoolean threadFails = new AtomicBoolean();
  private final Watch watch = new Watch(job -> {
    if (threadFails.getAndSet(false)) {
      throw noMemory;
    }
    Thread thread = new Thread(job, "watch");
    thread.setDaemon(true);
    return thread;
  });

  @AfterEach
  void close() {
    watch.close();
  }

  private static void on(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(20, TimeUnit.SECONDS));
  }

  @Test
  void aCheckThatLacksMemoryIsDoneAgain() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    CountDownLatch other = new CountDownLatch(1);
    watch.soon(() -> {
      if (times.incrementAndGet() < 3) {
        throw noMemory;
      }
      done.countDown();
    });
    watch.soon(other::countDown);

    on(other);
    on(done);
    assertEquals(3, times.get());
  }

  @Test
  void goesOnAfterAFailureThatCanNotEvenBeLogged() throws InterruptedException {
    watch.soon(() -> {
      throw new RuntimeException() {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
          throw noMemory;
        }
      };
    });
    watch.soon(done::countDown);

    on(done);
  }

  /** Who asks for a check that can't be had does something else. */
  @Test
  void forgetsACheckForWhichThereIsNoThread() throws InterruptedException {
    threadFails.set(true);
    AtomicInteger first = new AtomicInteger();

    assertSame(
        noMemory, assertThrows(OutOfMemoryError.class, () -> watch.soon(first::incrementAndGet)));
    watch.soon(done::countDown);
    on(done);
    assertEquals(0, first.get());
  }
}
