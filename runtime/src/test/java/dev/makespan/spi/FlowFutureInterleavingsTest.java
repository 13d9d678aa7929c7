package dev.makespan.spi;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a future that the engine and its user complete at the same time. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FlowFutureInterleavingsTest {
  @Test
  void completesOnceWithTheValueOfWhoWasToldSo() {
    Interleavings.hold(EngineAndUser.class);
  }

  @Test
  void hasTheFailureOfTheEngineOnlyIfThatIsItsEnd() {
    Interleavings.hold(FailureAndValue.class);
  }

  @Test
  void anEndOfWhatIsStoppedThatCountsIsFound() {
    Interleavings.find(
        SeededBug.unwritten(OwnedFuture.class, "fromOutside", "completing"),
        EngineAndUser.class,
        "cancelled though nobody did");
  }

  @Test
  void tellsEachListenerOnce() {
    Interleavings.holdShort(ListenersAndEnd.class);
  }

  @Test
  void tellsAListenerOnlyWhenItIsDoneThoughTwoFailIt() {
    Interleavings.holdShort(ListenerAndTwoFailures.class);
  }

  @Test
  void aListenerThatReplacesAnotherIsFound() {
    Interleavings.find(
        SeededBug.carelessUpdate(OwnedFuture.class, "tell"), ListenersAndEnd.class, "0 times");
  }

  @Test
  void runsNoStageOnAThreadThatTakesItForNone() {
    Interleavings.hold(StageAndEnd.class);
  }

  @Test
  void aStageThatDoesNotSayThatItComesIsFound() {
    Interleavings.find(
        SeededBug.without(FlowFuture.class, "newIncompleteFuture", "staging"),
        StageAndEnd.class,
        "runs a stage unawares");
  }

  @Test
  void aStageThatDoesNotWaitForTheEndIsFound() {
    Interleavings.find(
        SeededBug.without(OwnedFuture.class, "staging", "awaitOutcome"),
        StageAndEnd.class,
        "runs a stage unawares");
  }

  private static final class Future extends FlowFuture<Integer> {
    final AtomicInteger told = new AtomicInteger();

    Future() {
      super(new NoHost());
      whenComplete((value, thrown) -> told.incrementAndGet());
    }

    @Override
    protected void stop() {
      // As an engine does when what it executes has ended.
      finish(null, new CancellationException());
    }

    void ends(Integer value, Throwable thrown) {
      finish(value, thrown);
    }
  }

  static final class EngineAndUser extends Race {
    @Override
    public void run() {
      Future future = new Future();
      boolean[] completed = new boolean[1];
      race(() -> future.ends(1, null), () -> completed[0] = future.complete(2));
      verify(future.told.get() == 1, "told " + future.told.get() + " times");
      verify(!future.isCancelled(), "cancelled though nobody did");
      int value = future.getNow(0);
      verify(value == (completed[0] ? 2 : 1), "has the value " + value);
    }
  }

  static final class FailureAndValue extends Race {
    @Override
    public void run() {
      Future future = new Future();
      RuntimeException failure = new IllegalStateException();
      race(() -> future.ends(null, failure), () -> future.complete(2));
      verify(future.told.get() == 1, "told " + future.told.get() + " times");
      if (future.hasFailed()) {
        verify(future.failure() == failure, "has lost its failure");
      } else {
        verify(future.failure() == null, "has a failure besides its value");
      }
    }
  }

  /** What an engine's thread would have to give away before it runs stages. */
  private static final class StagesHost implements FlowFuture.Host {
    private @Nullable Thread aware;

    @Override
    public void runStages(Runnable completion) {
      aware = Thread.currentThread();
      completion.run();
    }

    @Override
    public RunScope scope() {
      throw new AssertionError("nobody waits");
    }

    @Override
    public void derived(FlowFuture<?> stage) {}

    @Override
    public void joined(FlowFuture<?> future) {}
  }

  static final class StageAndEnd extends Race {
    @Override
    public void run() {
      StagesHost host = new StagesHost();
      Bare future = new Bare(host);
      Thread[] threads = new Thread[3];
      race(
          () -> {
            threads[0] = Thread.currentThread();
            future.ends();
          },
          () -> {
            threads[1] = Thread.currentThread();
            var unused = future.thenRun(() -> threads[2] = Thread.currentThread());
          });
      verify(threads[2] != null, "forgets a stage");
      verify(threads[2] == threads[1] || host.aware == threads[0], "runs a stage unawares");
    }
  }

  /** A future on which nothing depends yet. */
  private static final class Bare extends FlowFuture<Integer> {
    Bare(Host host) {
      super(host);
    }

    @Override
    protected void stop() {}

    void ends() {
      finish(1, null);
    }
  }

  private static final class Listener extends FlowFuture.Listener {
    private final Future future;
    private final AtomicInteger told = new AtomicInteger();
    private volatile boolean early;

    Listener(Future future) {
      this.future = future;
    }

    @Override
    public void done() {
      early |= !future.isDone();
      told.incrementAndGet();
    }

    void verify() {
      Race.verify(told.get() == 1, "a listener was told " + told.get() + " times");
      Race.verify(!early, "a listener was told before the end");
    }
  }

  static final class ListenersAndEnd extends Race {
    @Override
    public void run() {
      Future future = new Future();
      Listener one = new Listener(future);
      Listener other = new Listener(future);
      race(() -> future.whenDone(one), () -> future.whenDone(other), () -> future.ends(1, null));
      one.verify();
      other.verify();
    }
  }

  static final class ListenerAndTwoFailures extends Race {
    @Override
    public void run() {
      Future future = new Future();
      Listener listener = new Listener(future);
      boolean unused = future.whenDone(listener);
      race(
          () -> future.ends(null, new IllegalStateException()),
          () -> future.ends(null, new IllegalArgumentException()));
      listener.verify();
    }
  }
}
