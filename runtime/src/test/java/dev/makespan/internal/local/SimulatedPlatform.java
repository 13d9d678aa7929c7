package dev.makespan.internal.local;

import dev.makespan.internal.local.sim.Scheduler;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;

/**
 * The scheduler of a simulation as an engine's surroundings. Where the engine holds no lock, others
 * may run first.
 */
class SimulatedPlatform implements Platform {
  private static final StackWalker STACK = StackWalker.getInstance();
  private static final int NEAREST_FRAMES = 8;

  private final Scheduler scheduler;
  private final double rejection;
  private final double goesOn;

  /** When the engine's clock was 0: the clock of a JVM may be negative. */
  private final long began;

  private boolean closed;

  SimulatedPlatform(Scheduler scheduler, double rejection) {
    this.scheduler = scheduler;
    this.rejection = rejection;
    this.goesOn = scheduler.random().nextInt(3) / 2.0;
    this.began = scheduler.random().nextInt(3) * scheduler.now();
  }

  @Override
  public void execute(Runnable job) {
    scheduler.mayYield(SimulatedPlatform::isStarting);
    if (closed || scheduler.chance(rejection)) {
      throw new RejectedExecutionException("simulated: no thread");
    }
    scheduler.execute(job);
  }

  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    if (closed) {
      throw new RejectedExecutionException("simulated: closed");
    }
    return scheduler.schedule(delay.toNanos(), job)::run;
  }

  @Override
  public void soon(Runnable check) {
    if (closed) {
      throw new RejectedExecutionException("simulated: closed");
    }
    Runnable unused = scheduler.schedule(200_000, check);
  }

  @Override
  public long nanoTime() {
    scheduler.mayYield(SimulatedPlatform::isStarting);
    return nanoTimeUnderLock();
  }

  @Override
  public long nanoTimeUnderLock() {
    return scheduler.now() - began;
  }

  /** Whether the engine is about to invoke a call. */
  private static boolean isStarting() {
    return STACK.walk(frames -> frames
        .limit(NEAREST_FRAMES)
        .anyMatch(frame -> frame.getClassName().equals(Attempt.class.getName())
            && frame.getMethodName().equals("invoke")));
  }

  @Override
  public RandomGenerator random() {
    return scheduler.random();
  }

  @Override
  public void await(CompletableFuture<?> future) {
    scheduler.await(future::isDone);
  }

  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
    scheduler.await(future::isDone, atMost.toNanos());
    if (future.isDone()) {
      return true;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return false;
  }

  @Override
  public boolean goesOn() {
    scheduler.mayYield();
    return scheduler.chance(goesOn);
  }

  @Override
  public void close(Duration atMost) {
    closed = true;
  }
}
