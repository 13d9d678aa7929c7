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
  void throwsWhereThereIsNone() throws Exception {
    CompletableFuture<Integer> depth = new CompletableFuture<>();
    new Thread(() -> depth.completeAsync(StackProbeTest::deepest, Runnable::run)).start();

    assertTrue(depth.get(20, TimeUnit.SECONDS) > 0);
  }

  /** Goes down until the probe throws. */
  private static int deepest() {
    return passes() ? 1 + deepest() : 1;
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
