package dev.makespan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The failures of a map's elements by place, each of which stops what it fails: all behind it, or
 * everything. Guarded by the lock of the map, which {@link #fails} takes itself.
 */
final class MapFailures {
  private final MapSchedule schedule;
  private final Ending ending;
  private final boolean cancelsAll;

  /** Those that end the map. */
  private final TreeMap<Integer, Failure> fatal = new TreeMap<>();

  private final TreeMap<Integer, Failure> tolerated = new TreeMap<>();

  /** The one that has ended all at once; null if none does or has. */
  private @Nullable Failure cancelling;

  /**
   * @param schedule the map's, and its lock
   * @param ending is told at once of the failure that ends all
   * @param cancelsAll whether the first in time of those that end the map ends all
   */
  MapFailures(MapSchedule schedule, Ending ending, boolean cancelsAll) {
    this.schedule = schedule;
    this.ending = ending;
    this.cancelsAll = cancelsAll;
  }

  /**
   * Notes a failure, and stops what it fails.
   *
   * @param isFatal whether it ends the map
   */
  void fails(int index, Failure failure, boolean isFatal) {
    List<Part> toStop = new ArrayList<>(0);
    boolean endsAll;
    synchronized (schedule) {
      put(index, failure, isFatal);
      endsAll = isFatal && cancelsAll && !schedule.isStopped() && cancelling == null;
      if (endsAll) {
        cancelling = failure;
      }
      if (isFatal) {
        schedule.cut(endsAll ? -1 : index);
      }
      if (endsAll || schedule.cutoff() == index) {
        schedule.stopBehind(index, toStop);
      }
    }
    if (endsAll) {
      ending.failing(failure);
    }
    Part.stop(toStop);
  }

  /** Notes a failure that ends the map, unless its element has one. */
  void addIfAbsent(int index, Failure failure) {
    fatal.putIfAbsent(index, failure);
  }

  /** Notes a failure, and stops nothing. */
  void put(int index, Failure failure, boolean isFatal) {
    (isFatal ? fatal : tolerated).put(index, failure);
  }

  /** The failure that has ended all at once, and was told then; null if none has. */
  @Nullable Failure cancelling() {
    return cancelling;
  }

  /** What the map of so many elements fails with, in the order in which it counts. */
  List<Failure> all(MapPolicy policy, int size) {
    List<Failure> all = new ArrayList<>(fatal.values());
    if (cancelling != null) {
      all.remove(cancelling);
      all.add(0, cancelling);
    }
    if (!all.isEmpty() || !policy.allows(tolerated.size(), size)) {
      all.addAll(tolerated.values());
    }
    return all;
  }
}
