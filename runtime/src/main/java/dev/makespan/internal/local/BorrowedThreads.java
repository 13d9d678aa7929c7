package dev.makespan.internal.local;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The threads of an executor that the user gave, with spare ones of our own.
 *
 * <p>For each thread that waits for a call, a spare one may execute what the executor hasn't begun.
 * So calls don't wait for each other for want of threads, however few the executor has, and about
 * as many run at the same time as it has threads.
 *
 * <p>A spare thread also takes what the executor would execute on the thread that hands it over:
 * that one is in the middle of something else, and may be a caller who only starts a run.
 *
 * <p>The lock is this object; neither executor is called under it.
 */
final class BorrowedThreads {
  /** Whose job this thread executes, of all runners; null if it executes none. */
  private static final ThreadLocal<@Nullable BorrowedThreads> LENDER = new ThreadLocal<>();

  private final Executor executor;
  private final Executor spare;

  // Guarded by this.
  private final Set<Job> notBegun = new LinkedHashSet<>();

  /** How many of the threads wait for a call. */
  private int waiting;

  /** How many spare threads stand in for them. */
  private int standIns;

  BorrowedThreads(Executor executor, Executor spare) {
    this.executor = executor;
    this.spare = spare;
  }

  /** Executes a job; throws what the executor throws if nobody takes it. */
  void execute(Runnable code) {
    Job job = new Job(code);
    synchronized (this) {
      notBegun.add(job);
    }
    try {
      executor.execute(job);
    } catch (Throwable refusal) {
      if (begins(job)) {
        throw refusal;
      }
      return;
    } finally {
      job.giver = null;
    }
    if (job.cameBack && begins(job)) {
      spare.execute(() -> lend(code));
    }
    standIn();
  }

  /**
   * Waits, and has a spare thread stand in if this one is lent, maybe to another runner: who waits
   * for us keeps from our jobs a thread of the executor all the same.
   */
  <R extends @Nullable Object, E extends Exception> R await(Wait<R, E> wait) throws E {
    BorrowedThreads lender = LENDER.get();
    if (lender == null || lender.executor != executor) {
      return wait.await();
    }
    synchronized (this) {
      waiting++;
    }
    try {
      standIn();
      return wait.await();
    } finally {
      synchronized (this) {
        waiting--;
      }
    }
  }

  /** A wait for something. */
  interface Wait<R extends @Nullable Object, E extends Exception> {
    R await() throws E;
  }

  /** Takes a job; false if somebody else has. */
  private synchronized boolean begins(Job job) {
    return notBegun.remove(job);
  }

  /** Has spare threads take jobs, as long as threads wait for which none stands in. */
  private void standIn() {
    for (Job next = toStandIn(); next != null; next = toStandIn()) {
      Job job = next;
      try {
        spare.execute(() -> standIn(job.code));
      } catch (Throwable noThread) {
        // The executor may have one, sooner or later.
        synchronized (this) {
          standIns--;
          notBegun.add(job);
        }
        return;
      }
    }
  }

  private void standIn(Runnable code) {
    try {
      lend(code);
    } finally {
      synchronized (this) {
        standIns--;
      }
      standIn();
    }
  }

  private synchronized @Nullable Job toStandIn() {
    Iterator<Job> jobs = notBegun.iterator();
    if (standIns >= waiting || !jobs.hasNext()) {
      return null;
    }
    Job next = jobs.next();
    jobs.remove();
    standIns++;
    return next;
  }

  private void lend(Runnable code) {
    BorrowedThreads before = LENDER.get();
    LENDER.set(this);
    try {
      code.run();
    } finally {
      if (before == null) {
        LENDER.remove();
      } else {
        LENDER.set(before);
      }
    }
  }

  /** What the executor is given. */
  private final class Job implements Runnable {
    private final Runnable code;

    /** The thread that hands it over; null when it has. */
    private volatile @Nullable Thread giver = Thread.currentThread();

    /** Whether the executor ran it on that thread; used there only. */
    private boolean cameBack;

    Job(Runnable code) {
      this.code = code;
    }

    @Override
    public void run() {
      if (giver == Thread.currentThread()) {
        cameBack = true;
      } else if (begins(this)) {
        lend(code);
      }
    }
  }
}
