package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.internal.local.sim.Scheduler;
import dev.makespan.internal.local.sim.Simulation;
import dev.makespan.internal.local.sim.Subject;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
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
          RunScope watched(RunScope scope, Set<Slots> all) {
            return new Unlimited(scope, all);
          }
        });
  }

  private static final class Unlimited extends WatchedScope {
    Unlimited(RunScope scope, Set<Slots> limits) {
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

  @Test
  void findsThatSlotsAreNotTaken() {
    assertFound("the limit is", call -> new PlantedCall(call) {
      @Override
      public boolean takesSlot() {
        return false;
      }
    });
  }

  @Test
  void findsThatPoolsAreIgnored() {
    assertFound("tasks in pool", call -> new PlantedCall(call) {
      @Override
      public String pool() {
        return "";
      }
    });
  }

  @Test
  void findsThatRetriesNeverEnd() {
    assertFound(". time", call -> new PlantedCall(call) {
      private int attempts;

      @Override
      public boolean retries(Throwable failure) {
        boolean unused = super.retries(failure);
        return ++attempts < 10;
      }
    });
  }

  @Test
  void findsThatNothingIsTriedAgain() {
    assertFound("the plain call gives", call -> new PlantedCall(call) {
      @Override
      public boolean retries(Throwable failure) {
        return false;
      }
    });
  }

  @Test
  void findsThatASuccessIsTriedAgain() {
    assertFound("again after it succeeded", call -> new PlantedCall(call) {
      @Override
      public Object invoke() throws Throwable {
        Object value = super.invoke();
        throw new IllegalStateException("lost: " + value);
      }
    });
  }

  @Test
  void findsThatThereIsNoBackOff() {
    assertFound("ns after the attempt before", call -> new PlantedCall(call) {
      @Override
      public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
        long unused = super.retrying(nanoTime, overrun, random);
        return 0;
      }
    });
  }

  @Test
  void findsThatStagesAreNotWaitedFor() {
    assertFound("isn't complete", call -> new PlantedCall(call) {
      @Override
      public Pending<Object> pending(Object returned) {
        return null;
      }
    });
  }

  @Test
  void findsThatStagesAreNotCancelled() {
    assertFound("ended, but not", call -> new PlantedCall(call) {
      @Override
      public Pending<Object> pending(Object returned) throws Throwable {
        Pending<Object> pending = super.pending(returned);
        return pending == null
            ? null
            : new Pending<>() {
              @Override
              public void whenOver(End<Object> end) throws Throwable {
                pending.whenOver(end);
              }

              @Override
              public void cancel() {}

              @Override
              public void forget() {
                pending.forget();
              }
            };
      }
    });
  }

  private static void assertFound(String fault, Function<TaskCall<?>, PlantedCall> bug) {
    assertFound(fault, (scheduler, rejection) -> new SimulatedEngine(scheduler, rejection) {
      @Override
      RunScope watched(RunScope scope, Set<Slots> all) {
        return new PlantedCall.Scope(scope, all, bug);
      }
    });
  }

  private static void assertFound(String fault, Subject.Maker subjects) {
    assertTrue(
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(seed -> Simulation.of(seed, false, subjects))
            .anyMatch(findings -> findings.violations().toString().contains(fault)),
        "no seed finds it");
  }
}
