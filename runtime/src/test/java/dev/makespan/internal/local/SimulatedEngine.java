package dev.makespan.internal.local;

import dev.makespan.internal.local.sim.Pools;
import dev.makespan.internal.local.sim.Scheduler;
import dev.makespan.internal.local.sim.Subject;
import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The local engine in a simulation; it keeps the limits of all its runs for the check. */
class SimulatedEngine implements Engine, Subject {
  private final Scheduler scheduler;
  private final LocalEngine engine;
  private final Set<Slots> limits = new LinkedHashSet<>();

  /** Those of whole runs. */
  private final List<Slots> roots = new ArrayList<>();

  private final Inspection inspection;

  /** Whether each step is looked at, which takes long. */
  private final boolean stepwise;

  SimulatedEngine(Scheduler scheduler, double rejection) {
    this(scheduler, new SimulatedPlatform(scheduler, rejection));
  }

  SimulatedEngine(Scheduler scheduler, Platform platform) {
    this.scheduler = scheduler;
    this.engine = new LocalEngine(platform, Pools.PLACES);
    this.inspection = new Inspection(scheduler, engine, limits);
    this.stepwise = scheduler.random().nextInt(4) == 0;
  }

  @Override
  public Engine engine() {
    return this;
  }

  @Override
  public void check() {
    for (Slots each : limits) {
      if (each.used() != 0) {
        scheduler.violation(each.used() + " slots aren't given back");
      }
    }
    engine.pools().forEach((name, pool) -> {
      if (pool.free() != Pools.PLACES.get(name)) {
        scheduler.violation(
            "only " + pool.free() + " places in the pool " + name + " are given back");
      }
    });
  }

  @Override
  public void checkStep() {
    if (stepwise) {
      inspection.step();
    }
  }

  @Override
  public void checkIdle(int tasks) {
    inspection.idle(roots, tasks);
  }

  @Override
  public RunScope open(String name, int maxParallelism, Runnable onClose) {
    RunScope scope = engine.open(name, maxParallelism, onClose);
    if (scope.limit() != null) {
      roots.add((Slots) scope.limit());
    }
    return watched(scope, limits);
  }

  RunScope watched(RunScope scope, Set<Slots> all) {
    return new WatchedScope(scope, all);
  }

  @Override
  public void close() {
    engine.close();
  }

  @Override
  public void closeNow() {
    engine.closeNow();
  }

  @Override
  public boolean isClosed() {
    return engine.isClosed();
  }

  @Override
  public Duration grace() {
    return engine.grace();
  }
}
