package dev.makespan.internal.local;

import dev.makespan.interleaving.Race;
import java.util.ArrayDeque;

/** A platform whose jobs have a thread each, which can be waited for. */
class ThreadPerJob extends BarePlatform {
  // Guarded by this.
  private final ArrayDeque<Race.Racer> started = new ArrayDeque<>();

  /** Waits until there are no threads, and fails if a job has thrown. */
  void await() {
    for (Race.Racer next = next(); next != null; next = next()) {
      next.await();
    }
  }

  private synchronized Race.Racer next() {
    return started.poll();
  }

  /** A thread that isn't started. */
  final Race.Racer thread(Runnable job) {
    Race.Racer racer = new Race.Racer(job);
    synchronized (this) {
      started.add(racer);
    }
    return racer;
  }

  @Override
  public void execute(Runnable job) {
    thread(job).begin();
  }
}
