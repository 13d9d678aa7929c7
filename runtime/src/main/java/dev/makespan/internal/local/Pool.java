package dev.makespan.internal.local;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A limit on how many executions of all runs of an engine may run at the same time.
 *
 * <p>A {@link Claimant} takes its slots first and its place last, and keeps neither while it waits
 * for the other: where there is no place it waits here and gives its slots back; when there is one
 * again, it is offered to who has waited longest, and if the slots of that one's run are all taken
 * by then, it waits for those, and the place is offered to the next. So it is always in one queue,
 * and whoever frees what that queue waits for sees it. It keeps its turn on the way.
 *
 * <p>The lock is this object. It is taken under the lock of a run, never the other way round.
 */
final class Pool {
  // Guarded by this.
  private final TreeMap<Long, Claimant> waiting = new TreeMap<>();

  /** How many places nobody has; 0 while somebody waits. */
  private int free;

  private long turns;

  Pool(int places) {
    this.free = places;
  }

  /** Takes a place, or queues. */
  synchronized boolean take(Claimant claimant) {
    if (claimant.turn == 0) {
      claimant.turn = ++turns;
    }
    if (free > 0) {
      free--;
      return true;
    }
    waiting.put(claimant.turn, claimant);
    return false;
  }

  /** Forgets one that was stopped while it waited. */
  synchronized void leave(Claimant claimant) {
    waiting.remove(claimant.turn);
  }

  /** Gives a place back, or rather to the first who can use it. Called without a lock. */
  void giveBack() {
    Claimant next = next();
    while (next != null && !next.offered()) {
      next = next();
    }
  }

  /** Who has waited longest, and is to be offered the place; it is free when nobody waits. */
  private synchronized @Nullable Claimant next() {
    if (waiting.isEmpty()) {
      free++;
      return null;
    }
    return waiting.pollFirstEntry().getValue();
  }

  /** For tests: how many wait for a place. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** For tests: how many places are free. */
  synchronized int free() {
    return free;
  }
}
