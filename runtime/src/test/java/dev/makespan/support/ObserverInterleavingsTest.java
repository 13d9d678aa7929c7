package dev.makespan.support;

import dev.makespan.event.Recording;
import dev.makespan.event.RunEvent;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunListener;
import dev.makespan.event.RunReport;
import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunnerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of a run and kept of it, while several threads execute it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ObserverInterleavingsTest {
  @Test
  void tellsTheEventsOfAnExecutionInTheirOrderOneAtATime() {
    Interleavings.hold(TwoTellers.class);
  }

  @Test
  void tellsTheEndLastAndAlways() {
    Interleavings.hold(EventAndEnd.class);
  }

  @Test
  void keepsWhatEachThreadOffers() {
    Interleavings.hold(TwoOffers.class);
  }

  @Test
  void tellersThatDoNotExcludeEachOtherAreFound() {
    Interleavings.find(
        SeededBug.unwritten(EventQueue.class, "next", "telling"), TwoTellers.class, "told");
  }

  @Test
  void anEndThatTheLastTellerForgetsIsFound() {
    Interleavings.find(
        SeededBug.without(EventQueue.class, "tell", "tellLast"), EventAndEnd.class, "the end");
  }

  @Test
  void anEndThatDoesNotWaitForAnEventIsFound() {
    Interleavings.find(
        SeededBug.without(Observer.class, "takes", "incrementAndGet"),
        EventAndEnd.class,
        "the end");
  }

  @Test
  void anOfferThatReplacesTheChunkOfAnotherIsFound() {
    Interleavings.find(
        SeededBug.carelessExchange(Reservoir.class, "chunk"), TwoOffers.class, "were kept");
  }

  @Test
  void aStreakIsToldByOneOfThoseWhoEndIt() {
    Interleavings.hold(TwoTakers.class);
  }

  @Test
  void theInputThatCameLastIsKeptWhoeverSaysSo() {
    Interleavings.hold(TwoInputs.class);
  }

  @Test
  void aStreakThatIsTakenCarelesslyIsFound() {
    Interleavings.find(SeededBug.carelessFlag(Streak.class, "take"), TwoTakers.class, "2 times");
  }

  @Test
  void anInputThatIsNotedWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(SiteWaits.class, "came"), TwoInputs.class, "is said");
  }

  /** Notes the events, and whether two are told at the same time. */
  private static final class Listener implements RunListener {
    volatile boolean busy;
    volatile boolean overlapped;
    int count;
    RunEvent last;

    @Override
    public void onEvent(RunEvent event) {
      overlapped |= busy;
      busy = true;
      count++;
      last = event;
      busy = false;
    }
  }

  private static Observer observer(Listener listener) {
    return Observer.of(
        new RunnerSettings(
            0, Map.of(), List.of(listener), Recording.DEFAULT, List.of(), List.of(), true, null),
        "run",
        CallSite.root(new UncalledMethods().task("task"), RunGraph.Kind.TASK),
        0);
  }

  private static RunEvent event() {
    return new RunEvent.RunStarted("run", "event", Duration.ZERO);
  }

  static final class TwoTellers extends Race {
    @Override
    public void run() {
      Listener listener = new Listener();
      EventQueue queue = new EventQueue(observer(listener));
      RunEvent first = event();
      RunEvent second = event();
      RunEvent[] lastAdded = new RunEvent[1];
      race(() -> tell(queue, lastAdded, first), () -> tell(queue, lastAdded, second));
      verify(!listener.overlapped, "two are told at the same time");
      verify(listener.count == 2, "an event isn't told once");
      verify(listener.last == lastAdded[0], "told in another order");
    }

    private static void tell(EventQueue queue, RunEvent[] lastAdded, RunEvent event) {
      // As under the lock of an execution.
      synchronized (lastAdded) {
        lastAdded[0] = event;
        queue.add(event);
      }
      queue.tell();
    }
  }

  static final class EventAndEnd extends Race {
    @Override
    public void run() {
      Listener listener = new Listener();
      Observer observer = observer(listener);
      EventQueue queue = new EventQueue(observer);
      RunEvent event = event();
      race(
          () -> {
            queue.add(event);
            queue.tell();
          },
          () -> observer.runEnded(RunReport.Outcome.SUCCEEDED, null, 5));
      verify(listener.last instanceof RunEvent.RunEnded, "the end isn't told, or not last");
      verify(listener.count <= 2, "the end is told twice");
    }
  }

  static final class TwoOffers extends Race {
    @Override
    public void run() {
      Reservoir<String> reservoir = new Reservoir<>(2, 1, 2);
      race(() -> reservoir.offer(0, "a"), () -> reservoir.offer(1, "b"));
      verify(reservoir.kept().size() == 2, "less were kept");
    }
  }

  static final class TwoTakers extends Race {
    @Override
    public void run() {
      Streak streak = new Streak(Awaited.nothing(0), 0, 0);
      AtomicInteger taken = new AtomicInteger();
      Runnable take = () -> {
        if (streak.take()) {
          taken.incrementAndGet();
        }
      };
      race(take, take);
      verify(taken.get() == 1, "taken " + taken.get() + " times");
    }
  }

  static final class TwoInputs extends Race {
    @Override
    public void run() {
      UncalledMethods methods = new UncalledMethods();
      CallSite site = CallSite.root(methods.task("site"), RunGraph.Kind.WORKFLOW);
      CallSite sooner = site.step(0, methods.task("sooner"), RunGraph.Kind.TASK, 1);
      CallSite later = site.step(1, methods.task("later"), RunGraph.Kind.TASK, 2);
      SiteWaits waits = new SiteWaits();
      race(() -> waits.add(5, sooner, 0, 0, 0), () -> waits.add(7, later, 0, 0, 0));
      String last = waits.waits().lastInput();
      verify(last.equals(later.id()), last + " is said to have come last");
    }
  }
}
