package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunnerSettings;
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

  private static final class Methods extends Nodes implements Ending {
    // With a policy each step is a call of its own.
    final TaskDef<Integer> task = this.<Integer>task(0, "task", 1).timeout(1);
    final TaskDef<Integer> workflow = workflow(1, "workflow", 2);
    final ThreadedScope scope = new ThreadedScope(2);
    final AtomicInteger executed = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();

    @Nullable Outcome outcome;

    Methods() {
      super(Methods.class, "Methods.java");
    }

    Part part() {
      CallSite site = CallSite.root(workflow, RunGraph.Kind.WORKFLOW);
      RunInfo run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
      return Parts.root(run, scope, site, null, null, this, workflow, new Object[0]);
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      return executed.incrementAndGet();
    }

    @Override
    protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) {
      return run.call(task, 3, run.call(task, 2));
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
      verify(methods.ended.get() == 1, "the body has ended " + methods.ended.get() + " times");
      verify(
          methods.outcome.stopped() || Integer.valueOf(2).equals(methods.outcome.value()),
          "has the value " + methods.outcome.value());
    }
  }
}
