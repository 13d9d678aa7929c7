package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * A platform whose clock stands still, so that no timer goes off. Where jobs are executed a test
 * says.
 */
abstract class BarePlatform implements Platform {
  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    return () -> {};
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
