package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * Who waits for the end of an element of a map that is a part of its own, and tells the map. Of
 * those that are executed in lanes one stands for all, and is told nothing.
 */
final class ElementEnding implements Ending {
  private final MapFrame map;
  private final int index;

  /** What executes it; guarded by the lock of the map. */
  @Nullable Part part;

  ElementEnding(MapFrame map, int index) {
    this.map = map;
    this.index = index;
  }

  /** The place of the element; -1 for any. */
  int index() {
    return index;
  }

  /** When the map began, so had all that its elements use. */
  long mapStart() {
    return map.startTime();
  }

  @Override
  public Ending outer() {
    return map.ending();
  }

  @Override
  public void failing(Failure failure) {
    map.failed(index, failure, false);
  }

  @Override
  public void ended(Outcome outcome) {
    map.ended(this, outcome);
  }

  @Override
  public int depth() {
    return map.depth();
  }
}
