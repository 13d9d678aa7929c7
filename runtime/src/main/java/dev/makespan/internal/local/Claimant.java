package dev.makespan.internal.local;

import dev.makespan.spi.TaskCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who needs slots, or a place in a pool, so as to be executed: who waits for them, holds them and
 * gives them back.
 *
 * <p>It takes its slots first and its place last, and keeps neither while it waits for the other.
 * So it always stands in one queue at most: of {@link Slots}, holding those further in, or of its
 * {@link Pool}, holding no slot. Who holds all is granted, and gets a thread of its run.
 *
 * <p>What it gives back may be all that another one lacks, and what that one can't use is given
 * back as well, and so on. So who gives something back under the lock gets a list of those that are
 * granted by that, and has them go on without the lock.
 *
 * <p>Used by any thread. All fields are guarded by the lock of the run, except those that say
 * otherwise.
 */
abstract class Claimant implements Ready, TaskCall.Stoppable {
  final LocalRun run;
  final TaskCall<@Nullable Object> call;

  /** The innermost limit that it takes slots of; null if it takes none. */
  @Nullable Slots slots;

  /** The limit at which the next slot is to be taken; null when it holds all. */
  @Nullable Slots nextSlots;

  /** Where it needs a place; null for nowhere. Written before it queues. */
  private @Nullable Pool pool;

  private boolean placed;

  /**
   * Its turn among those that want a place in the pool; 0 before it has asked for one. Written
   * under the lock of the pool, too.
   */
  long turn;

  /** How long it has waited for its place, which the call isn't told yet. */
  private long placeWait;

  /** Since when it waits for its place, if it does. */
  private long placeless;

  private boolean waitsForPlace;

  @SuppressWarnings("unchecked")
  Claimant(LocalRun run, TaskCall<?> call, @Nullable Slots slots) {
    this.run = run;
    this.call = (TaskCall<@Nullable Object>) call;
    this.slots = call.takesSlot() ? slots : null;
    this.nextSlots = this.slots;
  }

  /** Whether it waits for slots or a place, and hasn't been stopped. Called under the lock. */
  abstract boolean isQueued();

  /** Says that it holds all that it needs. Called under the lock. */
  abstract void granted();

  /** Whether it is executed, and may change its slots. Called under the lock. */
  abstract boolean isRunning();

  // Before it runs.

  /** Finds the pool in which it needs a place; false if the engine has none of that name. */
  final boolean findsPool() {
    String name = call.pool();
    if (name.isEmpty()) {
      return true;
    }
    pool = run.engine().pools().get(name);
    return pool != null;
  }

  /** Takes slots and a place, or waits in a queue. */
  final void queue() {
    List<Claimant> granted = List.of();
    boolean refused;
    boolean goes = false;
    synchronized (run) {
      if (!isQueued()) {
        return;
      }
      refused = run.isCancelled();
      if (!refused && Slots.climb(this)) {
        goes = pool == null;
        if (goes) {
          granted();
        } else {
          granted = new ArrayList<>(1);
          place(List.of(this), granted);
        }
      }
    }
    if (refused) {
      stop();
    } else if (goes) {
      run.add(this);
    } else {
      dispatch(granted);
    }
  }

  /**
   * Gives those that hold all their slots a place in their pools. Who gets none gives the slots
   * back, which may help others to all of theirs. Called under the lock.
   *
   * @param granted gets those that hold all they need
   */
  private static void place(List<Claimant> climbed, List<Claimant> granted) {
    ArrayDeque<Claimant> open = new ArrayDeque<>(climbed);
    for (Claimant next = open.poll(); next != null; next = open.poll()) {
      Pool wanted = next.pool;
      next.placed = wanted != null && wanted.take(next);
      if (wanted == null || next.placed) {
        next.granted();
        granted.add(next);
      } else {
        next.placeless = next.run.engine().platform().nanoTimeUnderLock();
        next.waitsForPlace = true;
        List<Claimant> others = new ArrayList<>(1);
        Slots.release(next, others);
        open.addAll(others);
      }
    }
  }

  /** Whether it had all its slots before, but no place. Called under the lock. */
  final boolean comesBack() {
    return turn != 0;
  }

  /** Takes the place that its pool offers, if its slots are free. Called without a lock. */
  final boolean offered() {
    synchronized (run) {
      if (!isQueued()) {
        return false;
      }
      endPlaceWait();
      if (!Slots.climb(this)) {
        return false;
      }
      placed = true;
      granted();
    }
    try {
      run.add(this);
    } catch (Throwable noMemory) {
      // It isn't the run of who gives the place back that can't go on.
      call.broken(noMemory);
    }
    return true;
  }

  /** Counts the wait for the place. Called under the lock. */
  private void endPlaceWait() {
    if (waitsForPlace) {
      waitsForPlace = false;
      placeWait += run.engine().platform().nanoTimeUnderLock() - placeless;
    }
  }

  /** Tells how long it has waited for its place, if it has. Called without a lock. */
  final void tellPlaceWait() {
    if (pool == null) {
      return;
    }
    long waited;
    synchronized (run) {
      waited = placeWait;
      placeWait = 0;
    }
    if (waited > 0) {
      call.waitedForPlace(waited);
    }
  }

  // While it runs: a call that executes several methods in turn changes its slots between them.

  @Override
  public final boolean acquire(@Nullable Object limit) {
    Slots wanted = (Slots) limit;
    List<Claimant> granted;
    boolean acquired;
    synchronized (run) {
      if (!isRunning()) {
        return false;
      }
      granted = release();
      acquired = Slots.takeAll(wanted);
      slots = acquired ? wanted : null;
      nextSlots = null;
    }
    dispatch(granted);
    return acquired;
  }

  @Override
  public final void giveUp() {
    List<Claimant> granted;
    synchronized (run) {
      if (!isRunning()) {
        return;
      }
      granted = release();
      slots = null;
      nextSlots = null;
    }
    dispatch(granted);
  }

  @Override
  public final boolean isWanted() {
    return Slots.isWanted(slots);
  }

  // After it has run.

  /** Whether it holds a place. Called under the lock. */
  final boolean isPlaced() {
    return placed;
  }

  /**
   * Gives the slots back, and forgets the place; returns who holds all that it needs now. Called
   * under the lock.
   */
  final List<Claimant> release() {
    List<Claimant> climbed = new ArrayList<>(0);
    Slots.release(this, climbed);
    placed = false;
    if (climbed.isEmpty()) {
      return climbed;
    }
    List<Claimant> granted = new ArrayList<>(climbed.size());
    place(climbed, granted);
    return granted;
  }

  /** As {@link #release}, and forgets its turn: it comes anew. Called under the lock. */
  final List<Claimant> releaseForRetry() {
    List<Claimant> granted = release();
    turn = 0;
    return granted;
  }

  /** As {@link #release}, and waits for nothing any more. Called under the lock. */
  final List<Claimant> leave() {
    endPlaceWait();
    if (pool != null) {
      pool.leave(this);
    }
    return release();
  }

  /** Has others go on with what this one has given back. Called without a lock. */
  final void passOn(List<Claimant> granted, boolean hadPlace) {
    if (hadPlace && pool != null) {
      pool.giveBack();
    }
    dispatch(granted);
  }

  private void dispatch(List<Claimant> granted) {
    for (Claimant next : granted) {
      run.add(next);
    }
  }
}
