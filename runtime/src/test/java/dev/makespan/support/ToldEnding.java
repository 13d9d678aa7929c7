package dev.makespan.support;

import dev.makespan.interleaving.Race;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A test that waits for the end of a part, and notes what it is told on whatever thread. */
final class ToldEnding implements Ending {
  final AtomicInteger failed = new AtomicInteger();
  final AtomicInteger ended = new AtomicInteger();

  /** Whether it was told of a failure after the end. */
  volatile boolean failedLate;

  /** How it ended; to be read when all threads are done. */
  @Nullable Outcome outcome;

  @Override
  public void failing(Failure failure) {
    if (ended.get() > 0) {
      failedLate = true;
    }
    failed.incrementAndGet();
  }

  @Override
  public void ended(Outcome end) {
    outcome = end;
    ended.incrementAndGet();
  }

  @Override
  public @Nullable Ending outer() {
    return null;
  }

  @Override
  public int depth() {
    return 0;
  }

  boolean hasEnded() {
    return ended.get() > 0;
  }

  /** @param what what was waited for, in words */
  void verifyOnce(String what) {
    Race.verify(ended.get() == 1, what + " has ended " + ended.get() + " times");
  }
}
