package dev.makespan.internal.local;

import dev.makespan.interleaving.Race;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** A platform whose jobs have a thread each, which can be waited for. Its clock stands still. */
final class ThreadPerJob implements Platform {
  // Guarded by this.
  private final ArrayDeque<Race.Racer> started = new ArrayDeque<>();

  /** Waits until there are no threads, and fails if a job has thrown. */
  void await() {
    for (Race.Racer next = next(); next != null; next = next()) {
      next.await();
    }
  }

  private synchronized Race.Racer next() {
    return started.poll();
  }

  @Override
  public void execute(Runnable job) {
    Race.Racer racer = new Race.Racer(job);
    synchronized (this) {
      started.add(racer);
    }
    racer.begin();
  }

  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    throw new AssertionError("nothing is timed here");
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public RandomGenerator random() {
    return new Random(1);
  }

  @Override
  public void await(CompletableFuture<?> future) {}

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) {
    return true;
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public void close(Duration atMost) {}
}
