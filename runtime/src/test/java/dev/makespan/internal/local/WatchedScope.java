package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A scope that tells its limit and those of all scopes within it. */
class WatchedScope implements RunScope {
  private final LocalScope scope;
  private final Set<Slots> limits;

  WatchedScope(RunScope scope, Set<Slots> limits) {
    this.scope = (LocalScope) scope;
    this.limits = limits;
    if (this.scope.slots() != null) {
      limits.add(this.scope.slots());
    }
  }

  @Override
  public RunScope inner(int maxSlots) {
    return watched(scope.inner(maxSlots));
  }

  @Override
  public RunScope elements() {
    return watched(scope.elements());
  }

  @Override
  public RunScope shared(Object method, int maxSlots) {
    return watched(scope.shared(method, maxSlots));
  }

  /** The same scope stays the same: what is executed in it again depends on that. */
  private RunScope watched(RunScope other) {
    return other == scope ? this : new WatchedScope(other, limits);
  }

  @Override
  public String id() {
    return scope.id();
  }

  @Override
  public void submit(TaskCall<?> call) {
    scope.submit(call);
  }

  @Override
  public int width() {
    return scope.width();
  }

  @Override
  public Executor executor() {
    return scope.executor();
  }

  @Override
  public Object limit() {
    return scope.limit();
  }

  @Override
  public void later(Runnable job) {
    scope.later(job);
  }

  @Override
  public void begin(Runnable first) {
    scope.begin(first);
  }

  @Override
  public void refuseHelp() {
    scope.refuseHelp();
  }

  @Override
  public void help(Runnable first, CompletableFuture<?> future) {
    scope.help(first, future);
  }

  @Override
  public void help(CompletableFuture<?> future, Object whole, TaskCall<?> first) {
    scope.help(future, whole, first);
  }

  @Override
  public void perform(TaskCall<?> call) {
    scope.perform(call);
  }

  @Override
  public void share() {
    scope.share();
  }

  @Override
  public boolean handOver(boolean isShort) {
    return scope.handOver(isShort);
  }

  @Override
  public void waits() {
    scope.waits();
  }

  @Override
  public void takeUp() {
    scope.takeUp();
  }

  @Override
  public void await(CompletableFuture<?> future) {
    scope.await(future);
  }

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
    return scope.await(future, atMost);
  }

  @Override
  public Timer timer(Duration delay, Runnable job) {
    return scope.timer(delay, job);
  }

  @Override
  public long nanoTime() {
    return scope.nanoTime();
  }

  @Override
  public void cancel() {
    scope.cancel();
  }

  @Override
  public void end() {
    scope.end();
  }
}
