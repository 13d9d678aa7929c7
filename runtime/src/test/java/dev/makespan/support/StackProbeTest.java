package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StackProbeTest {
  /** Far fewer than the probe takes, since frames are larger while code is interpreted. */
  private static final int FEW = 10;

  @Test
  void passesWhereThereIsRoom() {
    assertTrue(passes());
  }

  @Test
  void throwsWhileThereIsStillRoomForACall() throws Exception {
    CompletableFuture<Integer> depth = new CompletableFuture<>();
    new Thread(() -> depth.completeAsync(StackProbeTest::deepest, Runnable::run)).start();

    assertTrue(depth.get(20, TimeUnit.SECONDS) > 0);
  }

  /** Goes down until the probe throws, and there calls something: without a probe, too deep. */
  private static int deepest() {
    // No assertion down there: it would load classes.
    return passes() ? 1 + deepest() : frames(FEW);
  }

  private static int frames(int count) {
    return count == 0 ? 1 : frames(count - 1);
  }

  private static boolean passes() {
    try {
      StackProbe.check();
      return true;
    } catch (StackOverflowError e) {
      return false;
    }
  }
}
