package dev.makespan.internal.local.sim;

import dev.makespan.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the user's code of one simulation shares: the scheduler, the trace, the futures it holds.
 */
public final class World {
  private final Scheduler scheduler;
  private final Trace trace;
  private final Pools pools;
  private final boolean threads;
  private final Watch watch;
  private int tasks;
  private final List<HandedOut> futures = new ArrayList<>();

  private record HandedOut(String name, CompletableFuture<?> future) {}

  /** @param threads whether there is always a thread for a job */
  World(Scheduler scheduler, Trace trace, boolean threads, Watch watch) {
    this.scheduler = scheduler;
    this.trace = trace;
    this.threads = threads;
    this.watch = watch;
    this.pools = new Pools(scheduler);
  }

  Watch watch() {
    return watch;
  }

  /** A task begins or ends. */
  void counts(Activity activity, int more) {
    tasks += activity.isTask() ? more : 0;
  }

  /** How many tasks have begun and not ended. */
  int tasks() {
    return tasks;
  }

  /** Forgets the futures. */
  void forget() {
    futures.clear();
  }

  Pools pools() {
    return pools;
  }

  boolean hasThreads() {
    return threads;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  void trace(String what, Object subject) {
    trace.add(scheduler.now(), what, subject);
  }

  void handedOut(String name, CompletableFuture<?> future) {
    futures.add(new HandedOut(name, future));
  }

  /** Every future that was handed out must be done when all is over. */
  void checkFutures() {
    for (HandedOut each : futures) {
      if (!each.future.isDone()) {
        scheduler.violation("a future of " + each.name + " is never done");
      } else if (watch.keeps() && each.future instanceof Run<?> run) {
        Waited.check(run.report(), scheduler);
      }
    }
  }
}
