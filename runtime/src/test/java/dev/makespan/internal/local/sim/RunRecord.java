package dev.makespan.internal.local.sim;

import dev.makespan.spi.Policy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What user code reports of one run, and of the runs that its tasks start. */
final class RunRecord {
  private final World world;
  private final String name;

  /** How often each piece of work began, and how often it came to its own end. */
  private final Map<Long, Integer> begun;

  private final Map<Long, Integer> completed;

  private final Attempts attempts;
  private final RunRecord origin;

  /** The context class loader of the thread that starts the run. */
  private final ClassLoader loader;

  /** When a call that cancels the run has returned. */
  private long cancelledAt = Long.MAX_VALUE;

  RunRecord(World world, String name) {
    this.world = world;
    this.name = name;
    this.begun = new HashMap<>();
    this.completed = new HashMap<>();
    this.attempts = new Attempts(world.scheduler());
    this.origin = this;
    this.loader = new ClassLoader(null) {};
  }

  /** The record of a run that a task of another one starts. */
  RunRecord(RunRecord outer) {
    this.world = outer.world;
    this.name = outer.name + "+";
    this.begun = outer.begun;
    this.completed = outer.completed;
    this.attempts = outer.attempts;
    this.origin = outer.origin;
    this.loader = outer.loader;
  }

  World world() {
    return world;
  }

  /** The run that was started from outside, of which this one or an outer one was. */
  RunRecord origin() {
    return origin;
  }

  ClassLoader loader() {
    return loader;
  }

  /** User code of this run begins on a thread: it must see what is its own. */
  void checkThread(Activity activity, Carrier carrier) {
    Watch watch = world.watch();
    if (carrier.getContextClassLoader() != loader) {
      world.scheduler().violation(activity + " begins with another run's class loader");
    }
    if (carrier.context != watch.context(this)) {
      world.scheduler().violation(activity + " begins with the context " + carrier.context);
    }
    if (activity.isTask()
        && carrier.interceptors != (watch.intercepts() ? Watch.interceptors() : 0)) {
      world
          .scheduler()
          .violation(activity + " begins inside " + carrier.interceptors + " interceptors");
    }
    if (carrier.isCaller && !watch.helping()) {
      world.scheduler().violation(activity + " begins on the thread of who only waits");
    }
  }

  /** An attempt of a task begins with this number, as far as that is known. */
  void checkAttempt(Activity activity, Policy policy, int number) {
    Carrier carrier = Carrier.current();
    Watch watch = world.watch();
    if (watch.intercepts()
        && !watch.disturbs()
        && !policy.isPlain()
        && carrier.attempt != number
        && !activity.isOverrun(world.scheduler().now())) {
      world
          .scheduler()
          .violation(activity + " begins as attempt " + carrier.attempt + ", not " + number);
    }
    if (carrier.isCaller && policy.timeoutMillis() > 0) {
      world.scheduler().violation(activity + " has a time limit, and runs on a caller's thread");
    }
  }

  Attempts attempts() {
    return attempts;
  }

  void cancelled() {
    cancelledAt = Math.min(cancelledAt, world.scheduler().now());
  }

  /** Whether it had been cancelled at that time. */
  boolean isCancelled(long time) {
    return time > cancelledAt;
  }

  void begun(long work) {
    begun.merge(work, 1, Integer::sum);
  }

  void completed(long work) {
    completed.merge(work, 1, Integer::sum);
  }

  Map<Long, Integer> begun() {
    return begun;
  }

  Map<Long, Integer> completed() {
    return completed;
  }

  /** Has a future checked for its end when all is over. */
  <T> CompletableFuture<T> handedOut(CompletableFuture<T> future) {
    world.handedOut(name, future);
    return future;
  }

  @Override
  public String toString() {
    return name;
  }
}
