package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workflow of two steps, one after the other, that is stopped while it goes on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BodyFrameInterleavingsTest {
  @Test
  void endsOnceAndLeavesNothingThatGoesOn() {
    Interleavings.hold(StoppedBody.class);
  }

  @Test
  void aBodyThatForgetsThatItIsStoppedIsFound() {
    Interleavings.find(
        SeededBug.unwritten(BodyFrame.class, "stopping", "stopped"), StoppedBody.class, "");
  }

  private static final class Methods extends Nodes {
    // With a policy each step is a call of its own.
    final TaskDef<Integer> task = this.<Integer>task(0, "task", 1).timeout(1);
    final TaskDef<Integer> workflow = workflow(1, "workflow", 2);
    final ThreadedScope scope = new ThreadedScope(2);
    final AtomicInteger executed = new AtomicInteger();
    final ToldEnding ending = new ToldEnding();

    Methods() {
      super(Methods.class, "Methods.java");
    }

    Part part() {
      return new RootCall(workflow, scope, ending).part;
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      return executed.incrementAndGet();
    }

    @Override
    protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) {
      return run.call(task, 3, run.call(task, 2));
    }
  }

  static final class StoppedBody extends Race {
    @Override
    public void run() {
      Methods methods = new Methods();
      Part body = methods.part();
      race(body::start, () -> {
        Part.stop(List.of(body));
        methods.scope.allStopped = true;
      });
      methods.scope.await();
      methods.ending.verifyOnce("the body");
      Outcome outcome = methods.ending.outcome;
      verify(
          outcome.stopped() || Integer.valueOf(2).equals(outcome.value()),
          "has the value " + outcome.value());
    }
  }
}
