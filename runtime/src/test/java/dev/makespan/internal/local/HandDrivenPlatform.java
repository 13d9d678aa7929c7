package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** A platform that does everything on the test's thread, when the test says so. */
class HandDrivenPlatform extends BarePlatform {
  final ArrayDeque<Runnable> jobs = new ArrayDeque<>();
  final List<Alarm> alarms = new ArrayList<>();
  final ArrayDeque<Runnable> checks = new ArrayDeque<>();
  long clock;
  boolean goesOn = true;

  /** What it throws instead of executing anything; null while it executes. */
  Throwable refusal;

  /** Whether nothing can be done later. */
  boolean isWatchless;

  /** Something that is to be done later. */
  static final class Alarm implements RunScope.Timer {
    final Duration delay;
    final Runnable job;
    boolean cancelled;

    Alarm(Duration delay, Runnable job) {
      this.delay = delay;
      this.job = job;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  /** Does all that is to be done now. */
  void runJobs() {
    for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
      job.run();
    }
  }

  /** The timer that was set last. */
  Alarm lastAlarm() {
    return alarms.get(alarms.size() - 1);
  }

  @Override
  public void execute(Runnable job) {
    if (refusal != null) {
      HandDrivenPlatform.<RuntimeException>throwAny(refusal);
    }
    jobs.add(job);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void throwAny(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Override
  public RunScope.Timer schedule(Duration delay, Runnable job) {
    Alarm alarm = new Alarm(delay, job);
    alarms.add(alarm);
    return alarm;
  }

  @Override
  public void soon(Runnable check) {
    if (isWatchless) {
      throw new RejectedExecutionException("nobody watches");
    }
    checks.add(check);
  }

  /** Only for what must be done already. */
  @Override
  public boolean await(CompletableFuture<?> future, Duration atMost) {
    if (!future.isDone()) {
      throw new AssertionError("it would wait for ever");
    }
    return true;
  }

  @Override
  public long nanoTime() {
    return clock;
  }

  @Override
  public boolean goesOn() {
    return goesOn;
  }
}
