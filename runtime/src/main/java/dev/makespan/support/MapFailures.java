package dev.makespan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The failures of a map's elements, by place. Guarded by the lock of the map. */
final class MapFailures {
  /** Those that end the map. */
  private final TreeMap<Integer, Failure> fatal = new TreeMap<>();

  private final TreeMap<Integer, Failure> tolerated = new TreeMap<>();

  /** The one that has ended all at once; null if none does or has. */
  private @Nullable Failure cancelling;

  /** Notes a failure that ends the map, unless its element has one. */
  void addIfAbsent(int index, Failure failure) {
    fatal.putIfAbsent(index, failure);
  }

  void put(int index, Failure failure, boolean isFatal) {
    (isFatal ? fatal : tolerated).put(index, failure);
  }

  /** Says that a failure ends all at once; false if another one has. */
  boolean cancelAll(Failure failure) {
    if (cancelling != null) {
      return false;
    }
    cancelling = failure;
    return true;
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
