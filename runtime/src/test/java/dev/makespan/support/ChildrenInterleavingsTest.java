package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  private static final class Methods extends Nodes {
    final AtomicIntegerArray executed = new AtomicIntegerArray(CALLS);
    final ToldEnding ending = new ToldEnding();
    final TaskDef<Integer> task = task(0, "task", 1);
    final TaskDef<Integer> dynamic = dynamic(1, "dynamic", 2);
    final ThreadedScope scope = new ThreadedScope(2);
    final Part frame;
    private final boolean waits;
    private volatile boolean startedLate;

    Methods(boolean waits) {
      super(Methods.class, "Methods.java");
      this.waits = waits;
      frame = new RootCall(dynamic, scope, ending).part;
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      if (node == 0) {
        startedLate |= ending.hasEnded();
        executed.incrementAndGet((Integer) in[0]);
        return in[0];
      }
      CompletableFuture<Integer> first = Caller.current().call(task, 0);
      CompletableFuture<Integer> second = Caller.current().call(task, 1);
      return waits ? first.join() + second.join() : 1;
    }

    void await() {
      scope.await();
      ending.verifyOnce("the dynamic");
      Race.verify(!startedLate, "a call was started after the end");
      for (int i = 0; i < CALLS; i++) {
        Race.verify(executed.get(i) <= 1, i + " was executed " + executed.get(i) + " times");
      }
    }

    void verifyEachOnce() {
      for (int i = 0; i < CALLS; i++) {
        Race.verify(executed.get(i) == 1, i + " was executed " + executed.get(i) + " times");
      }
      Object value = ending.outcome.value();
      Race.verify(Integer.valueOf(1).equals(value), "has the value " + value);
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
