package dev.makespan.support;

import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import java.util.concurrent.atomic.AtomicInteger;

/** What all parts of one run share. */
final class RunInfo {
  private final Engine engine;
  private final int runnerLimit;
  private final RunScope scope;
  private final long start;
  private final AtomicInteger overruns = new AtomicInteger();

  RunInfo(Engine engine, int runnerLimit, RunScope scope) {
    this.engine = engine;
    this.runnerLimit = runnerLimit;
    this.scope = scope;
    this.start = scope.nanoTime();
  }

  Engine engine() {
    return engine;
  }

  /** The limit of the runner, for runs that are started from inside this one. */
  int runnerLimit() {
    return runnerLimit;
  }

  /** The outermost scope. */
  RunScope scope() {
    return scope;
  }

  /** The engine's time at the start of the run. */
  long start() {
    return start;
  }

  void overran() {
    overruns.incrementAndGet();
  }

  int overruns() {
    return overruns.get();
  }
}
