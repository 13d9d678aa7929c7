package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The calls of a dynamic, which lanes execute while the body makes them, waits for them or is
 * stopped.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChildrenInterleavingsTest {
  private static final int CALLS = 2;

  @Test
  void executesEachCallOnceAndEndsAfterThemAll() {
    Interleavings.holdUnprobed(BodyThatGoesOn.class);
  }

  @Test
  void executesEachCallOnceThoughTheBodyTakesThoseItWaitsFor() {
    Interleavings.holdUnprobed(BodyThatWaits.class);
  }

  @Test
  void endsOnceAndStartsNothingMoreHoweverItIsStopped() {
    Interleavings.holdUnprobed(StoppedBody.class);
  }

  @Test
  void aClaimThatIsNotNotedIsFound() {
    Interleavings.find(
        SeededBug.unwritten(Children.class, "leave", "state"), BodyThatWaits.class, "2 times");
  }

  @Test
  void aDynamicThatEndsBeforeItsLanesIsFound() {
    Interleavings.find(SeededBug.without(Children.class, "next", "hold"), BodyThatGoesOn.class, "");
  }

  @Test
  void aStopThatForgetsACallIsFound() {
    Interleavings.find(
        SeededBug.without(Children.class, "stop", "ended"), StoppedBody.class, "0 times");
  }

  /** A dynamic that calls a task a few times. */
  private static final class Methods extends Nodes implements Ending {
    final AtomicIntegerArray executed = new AtomicIntegerArray(CALLS);
    final AtomicInteger ended = new AtomicInteger();
    final TaskDef<Integer> task = task(0, "task", 1);
    final TaskDef<Integer> dynamic = dynamic(1, "dynamic", 2);
    final ThreadedScope scope = new ThreadedScope(2);
    final DynamicFrame frame;
    private final boolean waits;
    private volatile boolean startedLate;
    private @Nullable Outcome outcome;

    Methods(boolean waits) {
      super(Methods.class, "Methods.java");
      this.waits = waits;
      CallSite site = CallSite.root(dynamic, RunGraph.Kind.DYNAMIC);
      RunInfo run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
      frame = new DynamicFrame(run, scope, site, null, null, this, dynamic, new Object[0]);
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      if (node == 0) {
        startedLate |= ended.get() > 0;
        executed.incrementAndGet((Integer) in[0]);
        return in[0];
      }
      CompletableFuture<Integer> first = Caller.current().call(task, 0);
      CompletableFuture<Integer> second = Caller.current().call(task, 1);
      return waits ? first.join() + second.join() : 1;
    }

    @Override
    public void failing(Failure failure) {}

    @Override
    public void ended(Outcome end) {
      outcome = end;
      ended.incrementAndGet();
    }

    @Override
    public @Nullable Ending outer() {
      return null;
    }

    @Override
    public int depth() {
      return 0;
    }

    void await() {
      scope.await();
      Race.verify(ended.get() == 1, "the dynamic has ended " + ended.get() + " times");
      Race.verify(!startedLate, "a call was started after the end");
      for (int i = 0; i < CALLS; i++) {
        Race.verify(executed.get(i) <= 1, i + " was executed " + executed.get(i) + " times");
      }
    }

    void verifyEachOnce() {
      for (int i = 0; i < CALLS; i++) {
        Race.verify(executed.get(i) == 1, i + " was executed " + executed.get(i) + " times");
      }
      Race.verify(Integer.valueOf(1).equals(outcome.value()), "has the value " + outcome.value());
    }
  }

  static final class BodyThatGoesOn extends Race {
    @Override
    public void run() {
      Methods methods = new Methods(false);
      methods.frame.start();
      methods.await();
      methods.verifyEachOnce();
    }
  }

  static final class BodyThatWaits extends Race {
    @Override
    public void run() {
      Methods methods = new Methods(true);
      methods.frame.start();
      methods.await();
      methods.verifyEachOnce();
    }
  }

  static final class StoppedBody extends Race {
    @Override
    public void run() {
      Methods methods = new Methods(false);
      methods.frame.start();
      Part.stop(List.of(methods.frame));
      methods.await();
    }
  }
}
