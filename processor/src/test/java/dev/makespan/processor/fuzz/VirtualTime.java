package dev.makespan.processor.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which one runs at a time, and a clock that moves only when all of them wait. A seed
 * chooses who goes on. All fields are used by whoever runs.
 */
public final class VirtualTime {
  private static final int MOST_STEPS = 400_000;
  private static final long STUCK_SECONDS = 60;

  private final Random random;
  private final ArrayDeque<VirtualThread> pool;
  private final Recorder recorder;
  private final List<Runnable> jobs = new ArrayList<>();
  private final List<VirtualThread> blocked = new ArrayList<>();
  private final List<VirtualThread> ready = new ArrayList<>();
  private final List<VirtualThread> idle = new ArrayList<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::time).thenComparingInt(Timer::number));
  private final CountDownLatch end = new CountDownLatch(1);
  private long now;
  private int steps;
  private int scheduled;
  private @Nullable String wrong;

  private record Timer(long time, int number, Runnable job) {}

  /**
   * Threads and a clock for one run.
   *
   * @param pool idle threads of earlier runs, which this takes from and gives back to
   * @param recorder what user code on these threads tells what it does
   */
  VirtualTime(Random random, ArrayDeque<VirtualThread> pool, Recorder recorder) {
    this.random = random;
    this.pool = pool;
    this.recorder = recorder;
  }

  /** Runs a job and all that follows from it; returns what went wrong on the way. */
  @Nullable String run(Runnable job) throws InterruptedException {
    execute(job);
    dispatch(choose());
    if (!end.await(STUCK_SECONDS, TimeUnit.SECONDS)) {
      return "a job doesn't come back";
    }
    pool.addAll(idle);
    if (wrong == null && !blocked.isEmpty()) {
      wrong = blocked.size() + " threads wait for ever";
    }
    return wrong;
  }

  Recorder recorder() {
    return recorder;
  }

  /** The time in nanoseconds. */
  public long now() {
    return now;
  }

  /** The source of all that is left to chance. */
  public Random random() {
    return random;
  }

  /** Runs a job on some thread. */
  public void execute(Runnable job) {
    jobs.add(job);
  }

  /** Runs a job after a delay; the result forgets it. */
  public Runnable schedule(long nanos, Runnable job) {
    Timer timer = new Timer(later(nanos), scheduled++, job);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  private long later(long nanos) {
    return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
  }

  /** Waits for a condition. */
  public void await(BooleanSupplier condition) {
    VirtualThread.current().block(condition, Long.MAX_VALUE, false);
  }

  /** Waits for a condition at most so long, or until an interrupt, which stays set. */
  public void await(BooleanSupplier condition, long nanos) {
    VirtualThread.current().block(condition, later(nanos), true);
  }

  /** Lets time pass, unless an interrupt comes, which stays set. */
  void spend(long nanos) {
    await(() -> false, nanos);
  }

  void failed(Throwable thrown) {
    wrong = "a job threw " + thrown;
  }

  /** Goes to sleep; false if this thread itself is the next one to go on. */
  boolean leave(VirtualThread thread) {
    blocked.add(thread);
    Object next = choose();
    if (next == thread) {
      return false;
    }
    dispatch(next);
    return true;
  }

  /** The next job of a thread that has ended one; false if another thread goes on. */
  boolean goOn(VirtualThread thread) {
    Object next = choose();
    if (next instanceof Runnable job && !(next instanceof VirtualThread)) {
      thread.give(job);
      return true;
    }
    idle.add(thread);
    dispatch(next);
    return false;
  }

  private void dispatch(@Nullable Object next) {
    if (next instanceof VirtualThread thread) {
      thread.giveTurn();
    } else if (next instanceof Runnable job) {
      VirtualThread thread = idle.isEmpty() ? pool.poll() : idle.remove(idle.size() - 1);
      if (thread == null) {
        thread = new VirtualThread();
        thread.start();
      }
      thread.serve(this);
      thread.give(job);
      thread.giveTurn();
    } else {
      end.countDown();
    }
  }

  private @Nullable Object choose() {
    while (true) {
      if (++steps > MOST_STEPS) {
        wrong = "no end after " + MOST_STEPS + " steps";
        return null;
      }
      while (!timers.isEmpty() && timers.element().time() <= now) {
        jobs.add(timers.remove().job());
      }
      ready.clear();
      for (VirtualThread thread : blocked) {
        if (thread.isReady(now)) {
          ready.add(thread);
        }
      }
      int choices = jobs.size() + ready.size();
      if (choices > 0) {
        return take(choices == 1 ? 0 : random.nextInt(choices));
      }
      long next = timers.isEmpty() ? Long.MAX_VALUE : timers.element().time();
      for (VirtualThread thread : blocked) {
        next = Math.min(next, thread.until());
      }
      if (next == Long.MAX_VALUE) {
        return null;
      }
      now = next;
    }
  }

  private Object take(int choice) {
    if (choice < jobs.size()) {
      return jobs.remove(choice);
    }
    VirtualThread thread = ready.get(choice - jobs.size());
    blocked.remove(thread);
    return thread;
  }
}
