package dev.makespan.support;

import dev.makespan.TaskTimeoutException;
import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a run, which its engine, its user, its runner and a timer reach at the same time. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LiveRunInterleavingsTest {
  @Test
  void whatComputesItIsStoppedThoughItBeginsMeanwhile() {
    Interleavings.holdUnprobed(BeginAndCancel.class);
  }

  @Test
  void aBeginThatDoesNotSeeTheStopIsFound() {
    Interleavings.find(
        SeededBug.unwritten(LiveRun.class, "stopping", "stopped"),
        BeginAndCancel.class,
        "never stopped");
  }

  @Test
  void hasEndedAfterItsEngineAndItsUserHaveCompletedIt() {
    Interleavings.holdUnprobed(EndAndUser.class);
  }

  @Test
  void anEndThatIsNotToldByItsUserIsFound() {
    Interleavings.find(
        SeededBug.without(LiveRun.class, "completedFromOutside", "tellEnd"),
        EndAndUser.class,
        "never said");
  }

  @Test
  void hasEndedThoughItFailsEarlyMeanwhile() {
    Interleavings.holdUnprobed(EndAndEarlyFailure.class);
  }

  @Test
  void anEndThatIsNotToldByTheTimerIsFound() {
    Interleavings.find(
        SeededBug.without(LiveRun.class, "finishEarly", "tellEnd"),
        EndAndEarlyFailure.class,
        "never said");
  }

  @Test
  void hasEndedThoughItIsGivenUpMeanwhile() {
    Interleavings.holdUnprobed(EndAndGiveUp.class);
  }

  @Test
  void anEndThatIsNotToldByWhoGivesUpIsFound() {
    Interleavings.find(
        SeededBug.without(LiveRun.class, "giveUp", "tellEnd"), EndAndGiveUp.class, "never said");
  }

  @Test
  void hasEndedThoughItIsCancelledAndGivenUp() {
    Interleavings.holdUnprobed(CancelAndGiveUp.class);
  }

  @Test
  void isCancelledByARunnerThatIsClosedWhileItBegins() {
    Interleavings.holdUnprobed(OwnAndClose.class);
  }

  @Test
  void aRunnerThatForgetsThatItIsClosedIsFound() {
    Interleavings.find(
        SeededBug.unwritten(RootOwner.class, "run", "closed"), OwnAndClose.class, "not cancelled");
  }

  @Test
  void tellsWhoAsksForItsEndMeanwhile() {
    Interleavings.hold(AskAndEnd.class);
  }

  @Test
  void aQuestionThatCoversTheEndIsFound() {
    Interleavings.find(
        SeededBug.carelessUpdate(LiveRun.class, "ended"), AskAndEnd.class, "isn't told");
  }

  private static final class Scope extends IdleScope {
    final AtomicInteger ended = new AtomicInteger();

    @Override
    public Timer timer(Duration delay, Runnable job) {
      // The racing thread is the timer's.
      job.run();
      return () -> {};
    }

    @Override
    public void end() {
      ended.incrementAndGet();
    }
  }

  /** A run that was started from outside. */
  private static final class Root extends UncomputedRun {
    private final Scope scope;

    Root() {
      this(new Scope());
    }

    private Root(Scope scope) {
      super(scope);
      this.scope = scope;
      owner.opened(scope);
      info.root(run);
    }

    void verifyEnded() {
      Race.verify(run.isDone(), "isn't complete");
      Race.verify(run.ended().toCompletableFuture().isDone(), "the end was never said");
      Race.verify(scope.ended.get() > 0, "its scope is still open");
    }
  }

  static final class BeginAndCancel extends Race {
    @Override
    public void run() {
      Root root = new Root();
      race(() -> root.run.begin(root), () -> root.run.cancel(true));
      root.verifyStopped();
    }
  }

  static final class EndAndUser extends Race {
    @Override
    public void run() {
      Root root = new Root();
      root.run.begin(root);
      boolean[] completed = new boolean[1];
      race(
          () -> root.run.ended(new Outcome(1, null, false, null)),
          () -> completed[0] = root.run.complete(2));
      root.verifyEnded();
      verify(root.run.join() == (completed[0] ? 2 : 1), "has another value");
      verify(!completed[0] || root.wasStopped() || root.run.part() == null, "goes on");
    }
  }

  static final class AskAndEnd extends Race {
    @Override
    public void run() {
      Root root = new Root();
      root.run.begin(root);
      List<CompletionStage<Void>> asked = new ArrayList<>();
      race(
          () -> asked.add(root.run.ended()),
          () -> root.run.ended(new Outcome(1, null, false, null)));
      verify(asked.get(0).toCompletableFuture().isDone(), "who asked isn't told");
      root.verifyEnded();
    }
  }

  static final class EndAndEarlyFailure extends Race {
    @Override
    public void run() {
      Root root = new Root();
      root.run.begin(root);
      TaskTimeoutException thrown =
          TaskTimeoutException.ofTask("task", "task", "run", Duration.ofMillis(1), 1, 1);
      Failure failure = new Failure(thrown);
      race(
          () -> root.run.failing(failure),
          () -> root.run.ended(new Outcome(null, failure, false, null)));
      root.verifyEnded();
      verify(root.run.failure() == thrown, "has lost its failure");
    }
  }

  static final class EndAndGiveUp extends Race {
    @Override
    public void run() {
      Root root = new Root();
      root.run.begin(root);
      Failure failure = new Failure(new IllegalArgumentException());
      race(
          () -> root.run.ended(new Outcome(null, failure, false, null)),
          () -> root.info.giveUp(new IllegalStateException()));
      root.verifyEnded();
    }
  }

  static final class CancelAndGiveUp extends Race {
    @Override
    public void run() {
      Root root = new Root();
      root.run.begin(root);
      race(() -> root.run.cancel(true), () -> root.info.giveUp(new IllegalStateException()));
      root.verifyEnded();
    }
  }

  static final class OwnAndClose extends Race {
    @Override
    public void run() {
      Root root = new Root();
      root.run.begin(root);
      race(() -> root.owner.owns(root.run), root.owner);
      verify(root.run.isCancelled(), "was not cancelled");
      verify(root.wasStopped(), "goes on");
    }
  }
}
