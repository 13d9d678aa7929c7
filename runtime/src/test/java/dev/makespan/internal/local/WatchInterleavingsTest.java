package dev.makespan.internal.local;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A watch that two threads give something to do. That it is woken isn't for this test: Lincheck
 * lets a parked thread go on by itself, as a JVM may.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WatchInterleavingsTest {
  @Test
  void doesOnOneThreadWhatTwoGiveIt() {
    Interleavings.hold(TwoChecks.class);
  }

  @Test
  void twoThreadsOfOneWatchAreFound() {
    Interleavings.find(SeededBug.unlocked(Watch.class, "begin"), TwoChecks.class, "threads");
  }

  /** Opens when both checks are done. */
  private static final class Checks {
    private int done;

    synchronized void done() {
      done++;
      notifyAll();
    }

    synchronized void await() {
      try {
        while (done < 2) {
          wait();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static final class TwoChecks extends Race {
    @Override
    public void run() {
      ThreadPerJob platform = new ThreadPerJob();
      Checks checks = new Checks();
      int[] threads = new int[1];
      Watch watch = new Watch(job -> {
        threads[0]++;
        return platform.thread(job);
      });
      race(() -> watch.soon(checks::done), () -> watch.soon(checks::done));
      checks.await();
      watch.close();
      platform.await();
      verify(threads[0] == 1, "has " + threads[0] + " threads");
    }
  }
}
