package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StackProbeTest {
  @Test
  void passesWhereThereIsRoom() {
    assertTrue(passes());
  }

  @Test
  void throwsWhileThereIsStillRoomForTheRuntime() throws Exception {
    CompletableFuture<Integer> depth = new CompletableFuture<>();
    new Thread(() -> depth.completeAsync(StackProbeTest::deepest, Runnable::run)).start();

    assertTrue(depth.get(20, TimeUnit.SECONDS) > 0);
  }

  /** Goes down until the probe throws, and there does something of the runtime's depth. */
  private static int deepest() {
    if (passes()) {
      return 1 + deepest();
    }
    // No assertion: it would load classes.
    return frames(40) == 40 ? 1 : Integer.MIN_VALUE;
  }

  private static boolean passes() {
    try {
      StackProbe.check();
      return true;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  private static int frames(int count) {
    return count == 0 ? 0 : 1 + frames(count - 1);
  }
}
