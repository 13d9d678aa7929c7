package dev.makespan.internal.local;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An executor of one thread, whose first job waits for the second. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BorrowedThreadsInterleavingsTest {
  @Test
  void aSpareThreadExecutesWhatAJobWaitsForAndNobodyDoesSoTwice() {
    Interleavings.hold(JobThatWaits.class);
  }

  @Test
  void aJobThatIsTakenWithoutTheLockIsFound() {
    Interleavings.find(
        SeededBug.unlocked(BorrowedThreads.class, "begins"), JobThatWaits.class, "2 times");
  }

  @Test
  void aWaitForWhichNobodyStandsInIsFound() {
    Interleavings.find(
        SeededBug.without(BorrowedThreads.class, "await", "standIn"), JobThatWaits.class, "hung");
  }

  @Test
  void aJobThatIsGivenWhileAThreadWaitsAndForgottenIsFound() {
    Interleavings.find(
        SeededBug.without(BorrowedThreads.class, "execute", "standIn"), JobThatWaits.class, "hung");
  }

  /** Executes on one thread, until it has executed two jobs. */
  private static final class OneThread {
    private final ArrayDeque<Runnable> jobs = new ArrayDeque<>();

    synchronized void add(Runnable job) {
      jobs.add(job);
      notifyAll();
    }

    private synchronized Runnable next() {
      try {
        while (jobs.isEmpty()) {
          wait();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return jobs.remove();
    }

    void run() {
      next().run();
      next().run();
    }
  }

  private static final class Latch {
    private boolean open;

    synchronized void open() {
      open = true;
      notifyAll();
    }

    synchronized Void await() {
      try {
        while (!open) {
          wait();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return null;
    }
  }

  static final class JobThatWaits extends Race {
    @Override
    public void run() {
      OneThread executor = new OneThread();
      ThreadPerJob spare = new ThreadPerJob();
      BorrowedThreads threads = new BorrowedThreads(executor::add, spare::execute);
      Latch latch = new Latch();
      AtomicInteger first = new AtomicInteger();
      AtomicInteger second = new AtomicInteger();
      race(executor::run, () -> {
        threads.execute(() -> {
          first.incrementAndGet();
          threads.await(latch::await);
        });
        threads.execute(() -> {
          second.incrementAndGet();
          latch.open();
        });
      });
      spare.await();
      verify(first.get() == 1, "the first was executed " + first.get() + " times");
      verify(second.get() == 1, "the second was executed " + second.get() + " times");
    }
  }
}
