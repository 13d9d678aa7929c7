package dev.makespan.internal.local;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Does what is to be done some tenths of a millisecond later, on a thread of its own. As long as
 * there is something to do now and then the thread looks by itself, so that nobody has to wake it.
 */
final class Watch {

  private static final long PERIOD_NANOS = 200_000;

  /** After so many looks for nothing the thread waits to be woken. */
  private static final int MOST_IDLE = 250;

  private final ThreadFactory threads;
  private final ConcurrentLinkedQueue<Runnable> checks = new ConcurrentLinkedQueue<>();

  private volatile boolean closed;

  /** Whether the thread waits, or is about to, until it is woken. */
  private volatile boolean sleeps;

  /** Written under the lock. */
  private volatile @Nullable Thread thread;

  Watch(ThreadFactory threads) {
    this.threads = threads;
  }

  void soon(Runnable check) {
    if (closed) {
      throw new RejectedExecutionException("the engine is closed");
    }
    checks.add(check);
    if (thread == null) {
      begin();
    } else if (sleeps) {
      LockSupport.unpark(thread);
    }
  }

  private synchronized void begin() {
    if (thread == null && !closed) {
      Thread made = threads.newThread(this::run);
      made.start();
      thread = made;
    }
  }

  private void run() {
    int idle = 0;
    while (!closed) {
      LockSupport.parkNanos(this, PERIOD_NANOS);
      idle = look() ? 0 : idle + 1;
      if (idle > MOST_IDLE) {
        sleeps = true;
        while (checks.isEmpty() && !closed) {
          LockSupport.park(this);
          boolean unused = Thread.interrupted();
        }
        sleeps = false;
        idle = 0;
      }
    }
  }

  /** Does what was there when it began; false if that was nothing. */
  private boolean look() {
    Runnable first = checks.poll();
    if (first == null) {
      return false;
    }
    Runnable end = () -> {};
    checks.add(end);
    for (Runnable next = first; next != null && next != end; next = checks.poll()) {
      try {
        next.run();
      } catch (Throwable noMemory) {
        // The other checks are still to be done, and the thread to be there for more.
        // Asked for here, since most programs never need it, and the first logger takes long.
        System.getLogger("dev.makespan")
            .log(System.Logger.Level.ERROR, "a check has failed", noMemory);
      }
    }
    return true;
  }

  /** Ends the thread; what is left to do isn't done. */
  void close() {
    closed = true;
    Thread running = thread;
    if (running != null) {
      LockSupport.unpark(running);
    }
  }
}
