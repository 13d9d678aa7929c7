package dev.makespan.support;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The method of the user's that runs in a {@link Turn}: what it belongs to, since when it runs, and
 * the runs that it has started. There is one after the other; this object serves them all.
 *
 * <p>The thread that executes the turn enters and leaves; any thread may ask, stop what the method
 * has started, or tie a run to it. The lock is this object, and nothing is taken under it.
 */
final class RunningMethod {
  private static final VarHandle SITE;
  private static final VarHandle SINCE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SITE = lookup.findVarHandle(RunningMethod.class, "site", CallSite.class);
      SINCE = lookup.findVarHandle(RunningMethod.class, "since", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // Read by another thread when it is given up, which is long after they were written.
  private @Nullable CallSite site;

  @SuppressWarnings("UnusedVariable")
  private long since;

  /** Whether it runs, or is about to. */
  private boolean inside;

  /** Written under the lock. */
  private volatile @Nullable StartedRuns started;

  /** Guarded by the lock. */
  private boolean interrupted;

  // By the executing thread.

  /** Says that one is about to be called. */
  void enter(CallSite where, long now) {
    SINCE.setRelease(this, now);
    if (site != where) {
      SITE.setRelease(this, where);
    }
    inside = true;
  }

  /** Says that the same one is called again, at once. */
  void again(long now) {
    SINCE.setRelease(this, now);
  }

  /** Says that it has returned, or isn't called after all. */
  void leave() {
    inside = false;
  }

  /** The next one has nothing to do with the runs that this one started. */
  void forget() {
    if (started != null) {
      synchronized (this) {
        started = null;
      }
    }
  }

  /** Whether one runs, rather than a stage of what has ended. */
  boolean isInside() {
    return inside;
  }

  // By any thread.

  /** What the one belongs to that was entered last; null if none was. */
  @Nullable CallSite site() {
    return (CallSite) SITE.getAcquire(this);
  }

  /** When the one was entered that was entered last. */
  long since() {
    return (long) SINCE.getAcquire(this);
  }

  /** The runs that it has started; null if there are none. */
  @Nullable StartedRuns started() {
    return started;
  }

  /** Ties a run to it, which is stopped at once if the turn was interrupted before. */
  void adopt(LiveRun<?> child) {
    if (!inside) {
      // A stage of what has ended starts it, which is no part of what follows.
      return;
    }
    StartedRuns own;
    boolean late;
    synchronized (this) {
      late = interrupted;
      own = started;
      if (own == null) {
        own = new StartedRuns();
        started = own;
      }
    }
    own.add(child);
    if (late) {
      Part.stop(child.stopping());
    }
  }

  /** Says that the turn is interrupted: the runs are cancelled, also those that come later. */
  void interrupted() {
    StartedRuns own;
    synchronized (this) {
      interrupted = true;
      own = started;
    }
    if (own != null) {
      own.interrupted();
    }
  }
}
