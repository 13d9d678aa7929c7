package dev.makespan.internal.local;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit on how many executions may run at the same time, within the limits around it.
 *
 * <p>A {@link Claimant} climbs from the innermost limit to the outermost, takes one slot at each
 * and waits in a queue where there is none. Who waits further out holds the slots further in: they
 * are of no use to others, which would wait at the same place. Everything here is guarded by the
 * lock of the run.
 */
final class Slots {
  private final int max;
  private final @Nullable Slots outer;

  /** Null until somebody has had to wait. */
  private @Nullable ArrayDeque<Claimant> waiting;

  private int used;

  /** Whether any wait; read without the lock. */
  private volatile boolean wanted;

  Slots(int max, @Nullable Slots outer) {
    this.max = max;
    this.outer = outer;
  }

  /**
   * How many can run at the same time, by this limit and those around it. Constant, so it needs no
   * lock.
   */
  int width() {
    return outer == null ? max : Math.min(max, outer.width());
  }

  /** How many slots are taken. */
  int used() {
    return used;
  }

  /**
   * Takes slots from the claimant's next limit outwards; false if it now waits in a queue. Who had
   * them all before and only missed a place in a pool doesn't queue behind the others again.
   */
  static boolean climb(Claimant claimant) {
    for (Slots next = claimant.nextSlots; next != null; next = claimant.nextSlots) {
      if (next.used == next.max) {
        ArrayDeque<Claimant> queue = next.waiting;
        if (queue == null) {
          queue = new ArrayDeque<>();
          next.waiting = queue;
        }
        if (claimant.comesBack()) {
          queue.addFirst(claimant);
        } else {
          queue.add(claimant);
        }
        next.wanted = true;
        return false;
      }
      next.used++;
      claimant.nextSlots = next.outer;
    }
    return true;
  }

  /** Takes all slots from a limit outwards, or none; false if they aren't all free. */
  static boolean takeAll(@Nullable Slots from) {
    for (Slots next = from; next != null; next = next.outer) {
      if (next.used == next.max || next.wanted) {
        return false;
      }
    }
    for (Slots next = from; next != null; next = next.outer) {
      next.used++;
    }
    return true;
  }

  /** Whether others wait at a limit or one around it. */
  static boolean isWanted(@Nullable Slots from) {
    for (Slots next = from; next != null; next = next.outer) {
      if (next.wanted) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives back all that the claimant holds, and lets those that waited go on.
   *
   * @param granted gets those that hold all their slots now
   */
  static void release(Claimant claimant, List<Claimant> granted) {
    Slots end = claimant.nextSlots;
    giveBack(claimant.slots, end);
    claimant.nextSlots = claimant.slots;
    admit(claimant.slots, end, granted);
  }

  private static void giveBack(@Nullable Slots from, @Nullable Slots end) {
    for (Slots held = from; held != end && held != null; held = held.outer) {
      held.used--;
    }
  }

  /**
   * Admits the waiting, outermost limit first: those that wait there hold all the others already.
   */
  private static void admit(@Nullable Slots slots, @Nullable Slots end, List<Claimant> granted) {
    if (slots == end || slots == null) {
      return;
    }
    admit(slots.outer, end, granted);
    while (slots.used < slots.max) {
      ArrayDeque<Claimant> queue = slots.waiting;
      Claimant first = queue == null ? null : queue.poll();
      if (queue == null || first == null) {
        return;
      }
      slots.wanted = !queue.isEmpty();
      if (first.isQueued() && climb(first)) {
        granted.add(first);
      }
    }
  }
}
