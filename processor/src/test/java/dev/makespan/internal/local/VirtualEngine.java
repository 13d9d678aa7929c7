package dev.makespan.internal.local;

import dev.makespan.processor.fuzz.VirtualTime;
import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The runtime's own engine on threads and a clock that are not the JVM's. */
public final class VirtualEngine implements Platform {
  private final VirtualTime time;

  private VirtualEngine(VirtualTime time) {
    this.time = time;
  }

  /** An engine that executes there. */
  public static Engine on(VirtualTime time) {
    return new LocalEngine(new VirtualEngine(time));
  }

  @Override
  public void execute(Runnable job) {
    time.execute(job);
  }

  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    return time.schedule(delay.toNanos(), job)::run;
  }

  @Override
  public void soon(Runnable check) {
    Runnable unused = time.schedule(200_000, check);
  }

  @Override
  public long nanoTime() {
    return time.now();
  }

  @Override
  public RandomGenerator random() {
    return time.random();
  }

  @Override
  public void await(CompletableFuture<?> future) {
    time.await(future::isDone);
  }

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
    time.await(future::isDone, atMost.toNanos());
    if (!future.isDone() && Thread.interrupted()) {
      throw new InterruptedException();
    }
    return future.isDone();
  }

  @Override
  public boolean goesOn() {
    return time.random().nextBoolean();
  }

  @Override
  public void close(Duration atMost) {}
}
