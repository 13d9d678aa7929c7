package dev.makespan.testing;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Where in a value another one is, such as {@code [2].name()}. It is made for each value that is
 * compared, and its text only for the one that differs.
 *
 * @param outer the place of what contains it; null for the whole value
 * @param step a {@link Member}, else the index or key
 */
record Place(@Nullable Place outer, @Nullable Object step) {
  static final Place WHOLE = new Place(null, null);

  /** How many steps of a long way are shown at each end. */
  private static final int SHOWN = 10;

  /** A step by name, such as {@code .size()}. */
  private record Member(String name) {}

  Place member(String name) {
    return new Place(this, new Member(name));
  }

  Place at(@Nullable Object indexOrKey) {
    return new Place(this, indexOrKey);
  }

  /** What a message about this place begins with. */
  String prefix() {
    ArrayDeque<Place> way = new ArrayDeque<>();
    for (Place place = this; place.outer != null; place = place.outer) {
      way.addFirst(place);
    }
    if (way.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("at ");
    int index = 0;
    for (Place place : way) {
      if (index < SHOWN || index >= way.size() - SHOWN) {
        text.append(place.last());
      } else if (index == SHOWN) {
        text.append(" … ").append(way.size() - 2 * SHOWN).append(" more … ");
      }
      index++;
    }
    return text.append(": ").toString();
  }

  private String last() {
    return step instanceof Member member ? member.name() : "[" + ValueText.of(step) + "]";
  }
}
