package dev.makespan.processor.model;

import java.util.List;
import java.util.Objects;

/** What becomes of the results of a map's elements. */
public sealed interface MapForm {
  /** The values that it reads itself. */
  default List<Value> in() {
    return List.of();
  }

  /** A list of all; the first failure is the map's. */
  record All() implements MapForm {}

  /** Nobody reads them; such a map is a fence. */
  record Nothing() implements MapForm {}

  /**
   * A list with an empty place for each element that failed.
   *
   * @param ratio the part of the elements that must succeed
   */
  record Some(Value ratio) implements MapForm {
    public Some {
      Objects.requireNonNull(ratio);
    }

    @Override
    public List<Value> in() {
      return List.of(ratio);
    }
  }
}
