package dev.makespan.internal.local;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that returns while its time is over, and its grace period as well. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttemptInterleavingsTest {
  @Test
  void isSettledOnceAndEndedOnce() {
    Interleavings.hold(ReturnAndTimeout.class);
  }

  @Test
  void anEndWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Attempt.class, "over"), ReturnAndTimeout.class, "times");
  }

  @Test
  void anEndThatDoesNotWaitUntilTheTimeoutIsToldIsFound() {
    Interleavings.find(
        SeededBug.unwritten(Attempt.class, "timeOut", "telling"), ReturnAndTimeout.class, "");
  }

  /** A platform on which each time is over at once, or later. */
  private static final class ImpatientPlatform extends ThreadPerJob {
    @Override
    public RunScope.Timer schedule(Duration delay, Runnable job) {
      AtomicInteger cancelled = new AtomicInteger();
      execute(() -> {
        if (cancelled.get() == 0) {
          job.run();
        }
      });
      return cancelled::incrementAndGet;
    }
  }

  private static final class Call extends BareCall {
    private final AtomicInteger settled = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean endedEarly;

    @Override
    public boolean takesSlot() {
      return true;
    }

    @Override
    public long timeoutMillis() {
      return 1;
    }

    @Override
    public Throwable timedOut() {
      return new IllegalStateException();
    }

    @Override
    public Object invoke() {
      return 1;
    }

    @Override
    public void settled(Object value, Throwable failure, boolean stopped) {
      settled.incrementAndGet();
    }

    @Override
    public void ended(long nanoTime, boolean overrun) {
      endedEarly |= settled.get() == 0;
      ended.incrementAndGet();
    }

    void verify() {
      Race.verify(settled.get() == 1, "settled " + settled.get() + " times");
      Race.verify(ended.get() == 1, "ended " + ended.get() + " times");
      Race.verify(!endedEarly, "ended before it was settled");
    }
  }

  static final class ReturnAndTimeout extends Race {
    @Override
    public void run() {
      ImpatientPlatform platform = new ImpatientPlatform();
      LocalRun run = new LocalRun(new LocalEngine(platform), "run", 1, 1, () -> {});
      Call call = new Call();
      run.root().submit(call);
      platform.await();
      call.verify();
      verify(run.usedSlots() == 0, "the slot isn't given back once");
    }
  }
}
