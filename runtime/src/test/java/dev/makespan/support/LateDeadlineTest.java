package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.makespan.TaskTimeoutException;
import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskCall;
import dev.makespan.spi.TaskDef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A workflow whose time is over before a thread has come for it. */
class LateDeadlineTest {
  private final IdleScope scope = new IdleScope() {
    @Override
    public Timer timer(Duration delay, Runnable job) {
      goOff = job;
      return () -> {};
    }
  };
  private final TaskDef<Integer> def =
      new UncalledMethods().<Integer>workflow(0, "late", 1).timeout(1);
  private final CallSite site = CallSite.root(def, RunGraph.Kind.WORKFLOW);
  private Runnable goOff;
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

  @Test
  void failsAndIsCountedNeitherAsAnExecutionNorAsAFailureOfOne() {
    RunInfo run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
    Parts.root(run, scope, site, null, null, ending, def, new Object[0]).start();
    goOff.run();
    // What an engine does with a call that is stopped before it starts.
    TaskCall<?> turn = scope.submitted.get(0);
    turn.settled(null, null, true);
    turn.ended(0, false);

    assertNotNull(outcome.failure());
    assertInstanceOf(TaskTimeoutException.class, outcome.failure().thrown());
    assertEquals(0, site.figures().count());
    assertEquals(0, site.figures().failures());
  }
}
