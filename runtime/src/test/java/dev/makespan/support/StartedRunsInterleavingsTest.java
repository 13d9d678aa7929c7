package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunnerSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that user code starts while it is interrupted: none of them is forgotten. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartedRunsInterleavingsTest {
  @Test
  void isStoppedByTheInterruptOrSinceItComesLate() {
    Interleavings.hold(AddAndInterrupt.class);
  }

  @Test
  void isStoppedByWhoGoesOnToTheRuns() {
    Interleavings.hold(AddAndWalk.class);
  }

  @Test
  void isStoppedWithTheMethodThatStartedIt() {
    Interleavings.hold(AdoptAndStop.class);
  }

  @Test
  void anAdditionWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(StartedRuns.class, "add"), AddAndInterrupt.class, "never stopped");
  }

  @Test
  void anInterruptThatIsNotNotedIsFound() {
    Interleavings.find(
        SeededBug.unwritten(StartedRuns.class, "interrupted", "interrupted"),
        AddAndInterrupt.class,
        "never stopped");
  }

  @Test
  void anAdditionWithoutTheLockWhileSomebodyGoesOnToTheRunsIsFound() {
    Interleavings.find(
        SeededBug.unlocked(StartedRuns.class, "add"), AddAndWalk.class, "never stopped");
  }

  @Test
  void anAdoptionWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(RunningMethod.class, "adopt"), AdoptAndStop.class, "never stopped");
  }

  /** A run that a method starts. */
  private static final class Inner extends UncomputedRun {
    Inner() {
      super(new IdleScope());
      run.begin(this);
    }
  }

  static final class AddAndInterrupt extends Race {
    @Override
    public void run() {
      StartedRuns started = new StartedRuns();
      Inner one = new Inner();
      Inner other = new Inner();
      race(() -> started.add(one.run), () -> started.add(other.run), started::interrupted);
      one.verifyStopped();
      other.verifyStopped();
    }
  }

  static final class AddAndWalk extends Race {
    @Override
    public void run() {
      StartedRuns started = new StartedRuns();
      Inner inner = new Inner();
      race(() -> started.add(inner.run), () -> {
        started.walk();
        started.interrupted();
        Part.stop(started.toStop());
      });
      inner.verifyStopped();
    }
  }

  static final class AdoptAndStop extends Race {
    @Override
    public void run() {
      Inner inner = new Inner();
      ThreadedScope scope = new ThreadedScope(1);
      RunInfo info = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, inner.site);
      boolean[] entered = new boolean[1];
      Turn turn = new Turn(info, scope, false, new Turn.Job() {
        @Override
        public Ending ending() {
          return new NoEnding();
        }

        @Override
        public void run(Turn own) {
          entered[0] = own.enter(inner.site, false);
          if (entered[0]) {
            own.adopt(inner.run);
          }
        }

        @Override
        public void ended(Turn own, Throwable broken, boolean overrun) {}
      });
      turn.start();
      Part.stop(List.of(turn));
      scope.await();
      if (entered[0]) {
        inner.verifyStopped();
      }
    }
  }
}
