package dev.makespan.internal.local.sim;

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

  /** When a call that cancels the run has returned. */
  private long cancelledAt = Long.MAX_VALUE;

  RunRecord(World world, String name) {
    this.world = world;
    this.name = name;
    this.begun = new HashMap<>();
    this.completed = new HashMap<>();
    this.attempts = new Attempts(world.scheduler());
  }

  /** The record of a run that a task of another one starts. */
  RunRecord(RunRecord outer) {
    this.world = outer.world;
    this.name = outer.name + "+";
    this.begun = outer.begun;
    this.completed = outer.completed;
    this.attempts = outer.attempts;
  }

  World world() {
    return world;
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
