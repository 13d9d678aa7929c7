package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.makespan.TaskTimeoutException;
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
  private Runnable goOff;
  private final ToldEnding ending = new ToldEnding();

  @Test
  void failsAndIsCountedNeitherAsAnExecutionNorAsAFailureOfOne() {
    RootCall call = new RootCall(def, scope, ending);
    call.part.start();
    goOff.run();
    // What an engine does with a call that is stopped before it starts.
    TaskCall<?> turn = scope.submitted.get(0);
    turn.settled(null, null, true);
    turn.ended(0, false);

    assertNotNull(ending.outcome.failure());
    assertInstanceOf(TaskTimeoutException.class, ending.outcome.failure().thrown());
    assertEquals(0, call.site.figures().count());
    assertEquals(0, call.site.figures().failures());
  }
}
