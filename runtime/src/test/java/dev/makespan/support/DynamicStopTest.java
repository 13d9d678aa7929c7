package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A dynamic whose body ends when the stop has come to the dynamic, and not yet to its body. */
class DynamicStopTest {
  private final IdleScope scope = new IdleScope();
  private final TaskDef<Integer> def = new UncalledMethods().<Integer>dynamic(0, "dynamic", 1);
  private final ToldEnding ending = new ToldEnding();

  private void fail(boolean stopped, Throwable thrown) {
    Part dynamic = new RootCall(def, scope, ending).part;
    dynamic.start();
    if (stopped) {
      assertEquals(scope.submitted, dynamic.stopping());
    }
    TaskCall<?> body = scope.submitted.get(0);
    body.settled(null, thrown, false);
    body.ended(0, false);
  }

  @Test
  void hasNoFailureOfItsOwnIfTheBodySawACallCancelled() {
    fail(true, new CancellationException("a call"));

    assertTrue(ending.outcome.stopped());
    assertNull(ending.outcome.failure());
  }

  @Test
  void keepsAFailureThatDoesNotComeFromTheStop() {
    IllegalStateException own = new IllegalStateException();
    fail(true, own);

    assertNotNull(ending.outcome.failure());
    assertEquals(own, ending.outcome.failure().thrown());
  }

  @Test
  void failsWithACancellationIfNobodyStoppedIt() {
    CancellationException own = new CancellationException("the user's");
    fail(false, own);

    assertNotNull(ending.outcome.failure());
    assertEquals(own, ending.outcome.failure().thrown());
  }
}
