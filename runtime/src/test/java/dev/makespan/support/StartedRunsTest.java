package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunnerSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StartedRunsTest {
  private final IdleScope scope = new IdleScope();
  private final CallSite site =
      CallSite.root(new UncalledMethods().task("task"), RunGraph.Kind.TASK);
  private final RunInfo info = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
  private final AtomicInteger stopped = new AtomicInteger();

  private LiveRun<Integer> run() {
    LiveRun<Integer> run = new LiveRun<>(info, new RootOwner(), new RootOwner(), site);
    run.begin(new Part() {
      @Override
      public void start() {}

      @Override
      public List<Part> stopping() {
        stopped.incrementAndGet();
        return List.of();
      }
    });
    return run;
  }

  /** Quadratic work would not end. */
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void mayBeVeryManyAndAreAllStopped() {
    StartedRuns started = new StartedRuns();
    for (int i = 0; i < 300_000; i++) {
      started.add(run());
    }
    started.interrupted();

    assertEquals(300_000, stopped.get());
  }
}
