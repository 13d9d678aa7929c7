package dev.makespan.internal.local;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is ready in a run, and the threads that are summoned for it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalRunInterleavingsTest {
  @Test
  void executesEachOnceWhoeverAdds() {
    Interleavings.hold(TwoAdders.class);
  }

  @Test
  void summonsAThreadForWhatAWorkerLeavesWhenItWaits() {
    Interleavings.hold(WorkerThatWaits.class);
  }

  @Test
  void additionsWithoutTheLockAreFound() {
    Interleavings.find(SeededBug.unlocked(LocalRun.class, "add"), TwoAdders.class, "executed");
  }

  @Test
  void aThreadThatForgetsThatItWasSummonedIsFound() {
    Interleavings.find(
        SeededBug.unwritten(LocalRun.class, "pollFirst", "summoned"), TwoAdders.class, "executed");
  }

  @Test
  void aWorkerThatForgetsWhatItOwesIsFound() {
    Interleavings.find(
        SeededBug.without(Worker.class, "entering", "share"), WorkerThatWaits.class, "hung");
  }

  @Test
  void aWorkerThatDoesNotNoteWhatItMakesReadyIsFound() {
    Interleavings.find(
        SeededBug.unwritten(Worker.class, "notes", "owes"), WorkerThatWaits.class, "hung");
  }

  @Test
  void aWorkerThatDoesNotSeeWhatIsLeftIsFound() {
    Interleavings.find(
        SeededBug.without(LocalRun.class, "poll", "leaves"), JobThatWaits.class, "hung");
  }

  @Test
  void summonsAThreadForEachThatWaits() {
    Interleavings.hold(JobThatWaits.class);
  }

  /** Counts its executions. */
  private static class Job implements Ready {
    final AtomicInteger executed = new AtomicInteger();

    @Override
    public void execute(Worker worker) {
      executed.incrementAndGet();
    }

    @Override
    public void rejected(Throwable why) {
      throw new AssertionError(why);
    }

    @Override
    public boolean isPartOf(Object whole) {
      return false;
    }

    @Override
    public boolean isHelpable() {
      return true;
    }

    void verify() {
      Race.verify(executed.get() == 1, "executed " + executed.get() + " times");
    }
  }

  private static LocalRun open(ThreadPerJob platform) {
    return new LocalRun(new LocalEngine(platform), "run", 1, 0, () -> {});
  }

  static final class TwoAdders extends Race {
    @Override
    public void run() {
      ThreadPerJob platform = new ThreadPerJob();
      LocalRun run = open(platform);
      Job first = new Job();
      Job second = new Job();
      race(() -> run.add(first), () -> run.add(second));
      platform.await();
      first.verify();
      second.verify();
    }
  }

  /** What doesn't come back before something else is executed. */
  private static class Waiter extends Job {
    private final Latch latch;

    Waiter(Latch latch) {
      this.latch = latch;
    }

    @Override
    public void execute(Worker worker) {
      super.execute(worker);
      worker.entering();
      latch.await();
      worker.left();
    }
  }

  private static final class Latch extends Job {
    private boolean open;

    @Override
    public void execute(Worker worker) {
      super.execute(worker);
      synchronized (this) {
        open = true;
        notifyAll();
      }
    }

    synchronized void await() {
      try {
        while (!open) {
          wait();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  static final class JobThatWaits extends Race {
    @Override
    public void run() {
      ThreadPerJob platform = new ThreadPerJob();
      LocalRun run = open(platform);
      Latch latch = new Latch();
      Waiter waiter = new Waiter(latch);
      run.add(waiter);
      run.add(latch);
      platform.await();
      waiter.verify();
      latch.verify();
    }
  }

  static final class WorkerThatWaits extends Race {
    @Override
    public void run() {
      ThreadPerJob platform = new ThreadPerJob();
      LocalRun run = open(platform);
      Latch latch = new Latch();
      Waiter waiter = new Waiter(latch) {
        @Override
        public void execute(Worker worker) {
          run.add(latch);
          super.execute(worker);
        }
      };
      Job other = new Job();
      race(() -> run.add(waiter), () -> run.add(other));
      platform.await();
      waiter.verify();
      latch.verify();
      other.verify();
    }
  }
}
