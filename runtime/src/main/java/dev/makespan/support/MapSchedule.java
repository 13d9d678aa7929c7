package dev.makespan.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a map may begin, and what executes those that have: lanes, which claim them in
 * blocks and steal them from each other, or parts of their own.
 *
 * <p>The lock of the whole map is this object; it guards all that isn't volatile, and no code
 * outside this class and the map's runs under it. Lanes take it themselves, once a block.
 */
final class MapSchedule {
  private final int window;
  private final int processors;

  /** The place of the first failing element, -1 if none may begin; written under the lock. */
  private volatile int cutoff = Integer.MAX_VALUE;

  private boolean stopped;
  private int size;

  /** The first element that was never claimed. */
  private int next;

  /** What lanes have left when they gave up their slot. */
  private final ArrayDeque<ElementBlock.Range> left = new ArrayDeque<>(0);

  /** The elements that are parts of their own. */
  private final Set<ElementEnding> running = new LinkedHashSet<>();

  /** Those that have begun and not ended. */
  private final List<MapLane> lanes = new ArrayList<>(2);

  /** The lane that waits for a thread or a slot; one at a time. */
  private @Nullable MapLane offered;

  /**
   * Whether the next lane is to wait in the queue for slots, since there was none for one before.
   */
  private boolean slotFirst;

  /**
   * @param window how many lanes and parts of their own there may be at once
   * @param processors how many lanes get on at the same time if none waits
   */
  MapSchedule(int window, int processors) {
    this.window = window;
    this.processors = processors;
  }

  // What lanes call.

  /** Whether a lane that has a thread and a slot may begin; then another one may be offered. */
  synchronized boolean begins(MapLane lane) {
    offered = null;
    if (!isMore()) {
      return false;
    }
    lanes.add(lane);
    return true;
  }

  /** Gives a lane elements to execute, at most so many; false if there are none left. */
  synchronized boolean claim(MapLane lane, int most) {
    // The stop of a lane mustn't hit an element that is before the failing one.
    if (stopped || lane.dismissed) {
      return false;
    }
    ElementBlock.Range range = left.poll();
    if (range != null) {
      lane.take(range.from(), range.to());
      return true;
    }
    int end = Math.min(size, cutoff == Integer.MAX_VALUE ? size : cutoff + 1);
    if (next >= end) {
      return steal(lane);
    }
    int share = Math.max(1, (end - next) / (2 * lanes.size()));
    int from = next;
    next += Math.min(most, share);
    lane.take(from, next);
    return true;
  }

  private boolean steal(MapLane thief) {
    MapLane victim = null;
    for (MapLane other : lanes) {
      if (other != thief && (victim == null || other.remaining() > victim.remaining())) {
        victim = other;
      }
    }
    ElementBlock.Range stolen = victim == null ? null : victim.giveHalf();
    if (stolen == null) {
      return false;
    }
    thief.take(stolen.from(), stolen.to());
    return true;
  }

  /**
   * Whether nothing is gained by another lane if elements take as long as lately: they are over
   * before its thread could come, or don't wait and have all processors.
   */
  synchronized boolean isEnough(Pace pace) {
    return pace.areShort(size - next + left.size())
        || (pace.isShort() && lanes.size() >= processors);
  }

  /** The last element that may begin. */
  int cutoff() {
    return cutoff;
  }

  /** Whether a lane may go on beside the elements that are parts of their own. */
  synchronized boolean hasRoom() {
    return underWay() <= window;
  }

  /** Notes an element that is a part of its own; false if it is to be stopped. */
  synchronized boolean add(ElementEnding element, Part part) {
    element.part = part;
    running.add(element);
    return !stopped && element.index() <= cutoff;
  }

  // What the map calls, under the lock.

  /** Says how many elements there are. */
  void size(int all) {
    size = all;
  }

  /** Whether an element may begin that hasn't. */
  boolean isMore() {
    left.removeIf(range -> range.from() > cutoff);
    return !stopped && (!left.isEmpty() || (next < size && next <= cutoff));
  }

  /** Whether some of those have been in a lane before. */
  boolean isLeft() {
    return !left.isEmpty();
  }

  /** Claims the next element for a part of its own. */
  int claimNext() {
    return next++;
  }

  private int underWay() {
    return running.size() + lanes.size();
  }

  /** Whether nothing is under way. */
  boolean isIdle() {
    return underWay() == 0;
  }

  /** Whether something else may be started beside what is under way. */
  boolean isOpen() {
    return underWay() < window;
  }

  /** An element has ended that was a part of its own. */
  void remove(ElementEnding element) {
    running.remove(element);
  }

  /** The lane that waits; null for none. */
  @Nullable MapLane offered() {
    return offered;
  }

  /** Makes a lane, which is to be started; null if one waits. */
  @Nullable MapLane offer(MapFrame map, MapElement element) {
    if (offered != null) {
      return null;
    }
    MapLane lane = element.lane(map, slotFirst);
    slotFirst = false;
    offered = lane;
    return lane;
  }

  /** Whether no element may begin any more. */
  boolean isStopped() {
    return stopped;
  }

  /** Has no element begin any more, and adds what is to be stopped for that. */
  void stop(List<Part> toStop) {
    stopped = true;
    for (ElementEnding element : running) {
      if (element.part != null) {
        toStop.add(element.part);
      }
    }
    for (MapLane lane : lanes) {
      toStop.add(lane.turn());
    }
    if (offered != null) {
      toStop.add(offered.turn());
    }
  }

  /** Has no element begin behind one; -1 for none at all. */
  void cut(int last) {
    if (last < cutoff) {
      cutoff = last;
    }
  }

  /**
   * Adds what executes elements behind the {@link #cutoff}, which is to be stopped.
   *
   * @param failed an element that isn't, for it has failed
   */
  void stopBehind(int failed, List<Part> toStop) {
    for (ElementEnding element : running) {
      if (element.index() > cutoff && element.index() != failed && element.part != null) {
        toStop.add(element.part);
      }
    }
    for (MapLane lane : lanes) {
      if (lane.current() > cutoff && lane.current() != failed) {
        lane.dismissed = true;
        toStop.add(lane.turn());
      }
    }
  }

  /** A lane has ended, or never begun. */
  void ended(MapLane lane, boolean wasStopped) {
    if (offered == lane) {
      offered = null;
    }
    boolean begun = lanes.remove(lane);
    boolean byRun = wasStopped && !lane.dismissed;
    // One that was given up may still be on its way to the next elements.
    lane.dismissed = true;
    slotFirst |= lane.lacksSlot();
    ElementBlock.Range rest = lane.rest();
    if (begun && rest != null && rest.from() <= cutoff) {
      left.push(rest);
    }
    if (byRun) {
      // It starts nothing more.
      drop();
    }
  }

  /** The first element that was never claimed, or else the last one. */
  int first() {
    return next < size ? next : size - 1;
  }

  /** Forgets the elements that have not begun. */
  void drop() {
    left.clear();
    next = size;
  }
}
