package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A scope that executes none of the calls that it is given. Its clock stands still. */
class IdleScope implements RunScope {
  final List<TaskCall<?>> submitted = new ArrayList<>();

  @Override
  public String id() {
    return "run";
  }

  @Override
  public void submit(TaskCall<?> call) {
    submitted.add(call);
  }

  @Override
  public RunScope inner(int maxSlots) {
    return this;
  }

  @Override
  public RunScope elements() {
    return this;
  }

  @Override
  public RunScope shared(Object method, int maxSlots) {
    return this;
  }

  @Override
  public int width() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Object limit() {
    return null;
  }

  @Override
  public Executor executor() {
    return this::later;
  }

  @Override
  public void later(Runnable job) {
    job.run();
  }

  @Override
  public void refuseHelp() {}

  @Override
  public void help(Runnable first, CompletableFuture<?> future) {
    first.run();
  }

  @Override
  public void begin(Runnable first) {
    first.run();
  }

  @Override
  public void help(CompletableFuture<?> future, Object whole, TaskCall<?> first) {}

  @Override
  public void perform(TaskCall<?> call) {}

  @Override
  public void share() {}

  @Override
  public boolean handOver(boolean isShort) {
    return false;
  }

  @Override
  public void waits() {}

  @Override
  public void takeUp() {}

  @Override
  public void await(CompletableFuture<?> future) {}

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) {
    return true;
  }

  @Override
  public Timer timer(Duration delay, Runnable job) {
    throw new AssertionError("nothing is timed here");
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public void cancel() {}

  @Override
  public void end() {}
}
