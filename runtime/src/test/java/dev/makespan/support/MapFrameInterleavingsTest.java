package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole map whose lanes claim elements, and steal them from each other, on two threads. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MapFrameInterleavingsTest {
  private static final int SIZE = 4;

  /** An index that no element has. */
  private static final int NONE = -1;

  @Test
  void executesEachElementOnceAndEndsOnce() {
    Interleavings.hold(TwoLanes.class);
  }

  @Test
  void executesAllBeforeTheOneThatFailsAndEndsOnce() {
    Interleavings.hold(FailingElement.class);
  }

  @Test
  void startsNothingAfterItsEndHoweverItIsStopped() {
    Interleavings.hold(StoppedMap.class);
  }

  @Test
  void executesEachElementOnceThoughOthersWantTheSlot() {
    Interleavings.hold(WantedSlot.class);
  }

  @Test
  void aClaimWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(MapSchedule.class, "claim"), TwoLanes.class, " times");
  }

  @Test
  void anEndThatIsNotNotedIsFound() {
    Interleavings.find(
        SeededBug.unwritten(MapFrame.class, "feed", "over"), TwoLanes.class, "ended");
  }

  @Test
  void aLaneThatDoesNotSayThatItHasBegunIsFound() {
    Interleavings.find(
        SeededBug.without(MapSchedule.class, "begins", "add"), TwoLanes.class, " times");
  }

  @Test
  void aFailureThatIsForgottenIsFound() {
    Interleavings.find(
        SeededBug.without(MapFailures.class, "fails", "put"), FailingElement.class, "the failure");
  }

  @Test
  void aStopThatForgetsALaneIsFound() {
    Interleavings.find(
        SeededBug.without(MapSchedule.class, "stop", "add"), StoppedMap.class, "goes on");
  }

  @Test
  void elementsThatAreForgottenWithTheirLaneAreFound() {
    Interleavings.find(
        SeededBug.without(MapSchedule.class, "ended", "push"), WantedSlot.class, "0 times");
  }

  /** A task that a map calls for each of its elements. */
  private static final class Methods extends Nodes {
    final AtomicIntegerArray executed = new AtomicIntegerArray(SIZE);
    final ToldEnding ending = new ToldEnding();
    final TaskDef<Integer> task = task(0, "task", 1);
    final int failing;
    volatile boolean startedLate;

    Methods(int failing) {
      super(Methods.class, "Methods.java");
      this.failing = failing;
      // Known to be short, so lanes claim more than one element at a time.
      pace(0).took(1);
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      int index = (Integer) in[0];
      startedLate |= ending.hasEnded();
      executed.incrementAndGet(index);
      if (index == failing) {
        throw new IllegalStateException();
      }
      return index;
    }
  }

  /** A map that is all of a run. */
  private static final class WholeMap {
    final Methods methods;
    final ThreadedScope scope;
    final RunInfo run;
    final MapFrame map;

    WholeMap(int slots, int failing) {
      methods = new Methods(failing);
      scope = new ThreadedScope(slots);
      CallSite site = CallSite.root(methods.task, RunGraph.Kind.MAP);
      run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
      map = MapFrame.ofCall(
          run,
          scope,
          site,
          null,
          null,
          methods.ending,
          methods.task,
          () -> MapPolicy.ALL,
          List.of(0, 1, 2, 3),
          new Object[] {Body.ELEMENT});
    }

    void await() {
      scope.await();
      methods.ending.verifyOnce("the map");
      Race.verify(!methods.startedLate, "an element was started after the end");
      for (int i = 0; i < SIZE; i++) {
        Race.verify(executed(i) <= 1, i + " was executed " + executed(i) + " times");
      }
    }

    Outcome outcome() {
      return methods.ending.outcome;
    }

    int executed(int index) {
      return methods.executed.get(index);
    }

    void verifyEachOnce() {
      for (int i = 0; i < SIZE; i++) {
        Race.verify(executed(i) == 1, i + " was executed " + executed(i) + " times");
      }
      Race.verify(
          List.of(0, 1, 2, 3).equals(outcome().value()),
          "has values " + outcome().value());
    }
  }

  static final class TwoLanes extends Race {
    @Override
    public void run() {
      WholeMap whole = new WholeMap(2, NONE);
      whole.map.start();
      whole.await();
      whole.verifyEachOnce();
    }
  }

  static final class FailingElement extends Race {
    @Override
    public void run() {
      WholeMap whole = new WholeMap(2, 1);
      whole.map.start();
      whole.await();
      verify(whole.executed(0) == 1, "0 was executed " + whole.executed(0) + " times");
      int failed = whole.methods.ending.failed.get();
      verify(failed == 1, "the failure was told " + failed + " times");
      verify(whole.outcome().failure() != null, "the failure is lost");
      verify(whole.executed(1) == 1, "the failing one was left out");
    }
  }

  static final class StoppedMap extends Race {
    @Override
    public void run() {
      WholeMap whole = new WholeMap(2, NONE);
      whole.map.start();
      Part.stop(List.of(whole.map));
      whole.scope.allStopped = true;
      whole.await();
      if (!whole.outcome().stopped()) {
        whole.verifyEachOnce();
      }
    }
  }

  static final class WantedSlot extends Race {
    @Override
    public void run() {
      WholeMap whole = new WholeMap(1, NONE);
      Turn other = new Turn(whole.run, whole.scope, true, new Turn.Job() {
        @Override
        public Ending ending() {
          return new NoEnding();
        }

        @Override
        public void run(Turn own) {}

        @Override
        public void ended(Turn own, @Nullable Throwable broken, boolean overrun) {}
      });
      whole.map.start();
      other.start();
      whole.await();
      whole.verifyEachOnce();
    }
  }
}
