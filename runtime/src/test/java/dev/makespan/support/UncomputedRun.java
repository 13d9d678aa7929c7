package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.interleaving.Race;
import dev.makespan.spi.RunnerSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A run of one task that was started from outside. What computes it does nothing, but notes whether
 * it is stopped.
 */
class UncomputedRun implements Part {
  final CallSite site = CallSite.root(new UncalledMethods().task("task"), RunGraph.Kind.TASK);
  final RootOwner owner = new RootOwner();
  final RunInfo info;
  final LiveRun<Integer> run;
  private final AtomicInteger stopped = new AtomicInteger();

  UncomputedRun(IdleScope scope) {
    info = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
    run = new LiveRun<>(info, owner, owner, site);
  }

  boolean wasStopped() {
    return stopped.get() > 0;
  }

  void verifyStopped() {
    Race.verify(wasStopped(), "what computes it was never stopped");
  }

  @Override
  public void start() {}

  @Override
  public List<Part> stopping() {
    stopped.incrementAndGet();
    return List.of();
  }
}
