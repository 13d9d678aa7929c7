package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the user's code of one simulation shares: the scheduler, the trace, the futures it holds.
 */
public final class World {
  private final Scheduler scheduler;
  private final Trace trace;
  private final List<HandedOut> futures = new ArrayList<>();

  private record HandedOut(String name, CompletableFuture<?> future) {}

  World(Scheduler scheduler, Trace trace) {
    this.scheduler = scheduler;
    this.trace = trace;
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
      }
    }
  }
}
