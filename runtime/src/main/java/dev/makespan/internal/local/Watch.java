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
    if (thread == null) {
      begin();
    }
    checks.add(check);
    if (sleeps) {
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
      try {
        idle = look() ? 0 : idle + 1;
      } catch (Throwable noMemory) {
        // What it was about to do is still there.
        idle = 0;
      }
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
    int there = checks.size();
    for (int i = 0; i < there; i++) {
      Runnable next = checks.element();
      try {
        next.run();
      } catch (VirtualMachineError noMemory) {
        // It is to be done all the same, but must not hold up the others.
        checks.add(next);
      } catch (Throwable thrown) {
        log(thrown);
      }
      checks.remove();
    }
    return there > 0;
  }

  private static void log(Throwable thrown) {
    try {
      // Asked for here, since most programs never need it, and the first logger takes long.
      System.getLogger("dev.makespan").log(System.Logger.Level.ERROR, "a check has failed", thrown);
    } catch (Throwable unspeakable) {
      // The other checks are still to be done.
    }
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
