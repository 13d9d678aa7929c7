package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A dynamic whose body ends when the stop has come to the dynamic, and not yet to its body. */
class DynamicStopTest {
  private final IdleScope scope = new IdleScope();
  private final TaskDef<Integer> def = new UncalledMethods().<Integer>dynamic(0, "dynamic", 1);
  private final CallSite site = CallSite.root(def, RunGraph.Kind.DYNAMIC);
  private Outcome outcome;

  private final Ending ending = new Ending() {
    @Override
    public void failing(Failure failure) {}

    @Override
    public void ended(Outcome told) {
      outcome = told;
    }

    @Override
    public Ending outer() {
      return null;
    }

    @Override
    public int depth() {
      return 0;
    }
  };

  private void fail(boolean stopped, Throwable thrown) {
    RunInfo run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
    Part dynamic = Parts.root(run, scope, site, null, null, ending, def, new Object[0]);
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

    assertTrue(outcome.stopped());
    assertNull(outcome.failure());
  }

  @Test
  void keepsAFailureThatDoesNotComeFromTheStop() {
    IllegalStateException own = new IllegalStateException();
    fail(true, own);

    assertNotNull(outcome.failure());
    assertEquals(own, outcome.failure().thrown());
  }

  @Test
  void failsWithACancellationIfNobodyStoppedIt() {
    CancellationException own = new CancellationException("the user's");
    fail(false, own);

    assertNotNull(outcome.failure());
    assertEquals(own, outcome.failure().thrown());
  }
}
