package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.TaskDef;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the executions of one place in the source share. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CallSiteInterleavingsTest {
  @Test
  void hasOneSiteForEachStepWhoeverAsksFirst() {
    Interleavings.hold(TwoBodies.class);
  }

  @Test
  void hasOneSiteForEachCalleeWhoeverAsksFirst() {
    Interleavings.hold(TwoCalls.class);
  }

  @Test
  void countsEachExecution() {
    Interleavings.hold(TwoExecutions.class);
  }

  @Test
  void theShapesOfTheElementsOfAMapHaveOnePlace() {
    Interleavings.hold(TwoMaps.class);
  }

  @Test
  void aStepThatIsAddedWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(CallSite.class, "add"), TwoBodies.class, "two sites");
  }

  @Test
  void aCalleeThatIsAddedWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(CallSite.class, "called"), TwoCalls.class, "two sites");
  }

  @Test
  void aCountWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(CallSite.class, "ran"), TwoExecutions.class, "were counted");
  }

  @Test
  void aPlaceThatGrowsWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(BodyShape.Place.class, "grow"), TwoMaps.class, "two places");
  }

  @Test
  void theExecutionsOfAMethodHaveOnePace() {
    Interleavings.hold(TwoPaces.class);
  }

  @Test
  void aPaceThatIsAddedWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Pace.Place.class, "grow"), TwoPaces.class, "two paces");
  }

  static final class TwoBodies extends Race {
    @Override
    public void run() {
      UncalledMethods methods = new UncalledMethods();
      TaskDef<Integer> callee = methods.task("callee");
      CallSite root = CallSite.root(methods.task("root"), RunGraph.Kind.WORKFLOW);
      CallSite[] found = new CallSite[2];
      race(() -> found[0] = root.step(0, callee, RunGraph.Kind.TASK, 1), () -> {
        root.step(1, callee, RunGraph.Kind.TASK, 2);
        found[1] = root.step(0, callee, RunGraph.Kind.TASK, 1);
      });
      verify(found[0] == found[1], "there are two sites of one step");
    }
  }

  static final class TwoCalls extends Race {
    @Override
    public void run() {
      UncalledMethods methods = new UncalledMethods();
      TaskDef<Integer> callee = methods.task("callee");
      CallSite root = CallSite.root(methods.task("root"), RunGraph.Kind.DYNAMIC);
      CallSite[] found = new CallSite[2];
      race(
          () -> found[0] = root.called(callee, RunGraph.Kind.TASK),
          () -> found[1] = root.called(callee, RunGraph.Kind.TASK));
      verify(found[0] == found[1], "there are two sites of one callee");
    }
  }

  static final class TwoExecutions extends Race {
    @Override
    public void run() {
      CallSite site = CallSite.root(new UncalledMethods().task("root"), RunGraph.Kind.TASK);
      race(() -> site.ran(1, 5, 7, 2, 0), () -> site.ran(2, 1, 4, 3, 1));
      CallSite.Figures figures = site.figures();
      verify(
          figures.equals(new CallSite.Figures(3, 1, 1, 7, 5, 0, 0)),
          "these were counted: " + figures);
    }
  }

  static final class TwoMaps extends Race {
    @Override
    public void run() {
      BodyShape.Place place = new BodyShape.Place();
      BodyShape.Place[] found = new BodyShape.Place[2];
      race(() -> found[0] = place.inner(0), () -> {
        place.inner(1);
        found[1] = place.inner(0);
      });
      verify(found[0] == found[1], "there are two places of one map");
    }
  }

  static final class TwoPaces extends Race {
    @Override
    public void run() {
      Pace.Place place = new Pace.Place();
      Pace[] found = new Pace[2];
      race(() -> found[0] = place.of(0), () -> {
        place.of(1);
        found[1] = place.of(0);
      });
      verify(found[0] == found[1], "there are two paces of one method");
    }
  }
}
