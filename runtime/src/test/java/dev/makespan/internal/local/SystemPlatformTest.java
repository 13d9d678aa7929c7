package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemPlatformTest {
  /** A check hands jobs to the executor, which is the user's and may wait. */
  @Test
  void aCheckThatTheExecutorHoldsUpHoldsUpNoOther() throws Exception {
    SystemPlatform platform = new SystemPlatform(Runnable::run);
    CountDownLatch heldUp = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    platform.soon(() -> {
      heldUp.countDown();
      try {
        goesOn.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    assertTrue(heldUp.await(20, TimeUnit.SECONDS));
    platform.soon(goesOn::countDown);

    assertTrue(goesOn.await(20, TimeUnit.SECONDS), "another check waits for the first");
    platform.close(Duration.ofSeconds(1));
  }
}
