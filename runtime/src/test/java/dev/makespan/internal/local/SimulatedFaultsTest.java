package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.internal.local.sim.Scheduler;
import dev.makespan.internal.local.sim.Simulation;
import dev.makespan.internal.local.sim.Subject;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulator finds what an engine does wrong. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class SimulatedFaultsTest {
  private static final int SEEDS = 1_000;

  @Test
  void findsThatLimitsInsideARunAreIgnored() {
    assertFound(
        "the limit is", (scheduler, rejection) -> new SimulatedEngine(scheduler, rejection) {
          @Override
          RunScope watched(RunScope scope, List<Slots> all) {
            return new Unlimited(scope, all);
          }
        });
  }

  private static final class Unlimited extends WatchedScope {
    Unlimited(RunScope scope, List<Slots> limits) {
      super(scope, limits);
    }

    @Override
    public RunScope inner(int maxSlots) {
      return this;
    }
  }

  @Test
  void findsThatAJobIsLost() {
    assertFound(
        "a run is open",
        (scheduler, rejection) -> new SimulatedEngine(scheduler, new Losing(scheduler, rejection)));
  }

  private static final class Losing extends SimulatedPlatform {
    private final Scheduler scheduler;

    Losing(Scheduler scheduler, double rejection) {
      super(scheduler, rejection);
      this.scheduler = scheduler;
    }

    @Override
    public void execute(Runnable job) {
      if (!scheduler.chance(0.01)) {
        super.execute(job);
      }
    }
  }

  @Test
  void findsThatTheGracePeriodNeverEnds() {
    assertFound(
        "after it was stopped",
        (scheduler, rejection) ->
            new SimulatedEngine(scheduler, new Timeless(scheduler, rejection)));
  }

  private static final class Timeless extends SimulatedPlatform {
    Timeless(Scheduler scheduler, double rejection) {
      super(scheduler, rejection);
    }

    @Override
    public RunScope.Timer schedule(Duration delay, Runnable job) {
      return () -> {};
    }
  }

  private static void assertFound(String fault, Subject.Maker subjects) {
    assertTrue(
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(seed -> Simulation.of(seed, false, subjects))
            .anyMatch(findings -> findings.violations().toString().contains(fault)),
        "no seed finds it");
  }
}
