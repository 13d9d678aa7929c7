package dev.makespan.testing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Two values that should be equal, and where they are. */
record Pair(
    Place place, @Nullable Object expected, @Nullable Object actual) {
  Pair member(String name, @Nullable Object expectedMember, @Nullable Object actualMember) {
    return new Pair(place.member(name), expectedMember, actualMember);
  }

  Pair at(@Nullable Object indexOrKey, @Nullable Object expectedPart, @Nullable Object actualPart) {
    return new Pair(place.at(indexOrKey), expectedPart, actualPart);
  }

  /** The elements of two sequences of one size. */
  Iterator<Pair> elements(Iterator<?> expectedElements, Iterator<?> actualElements) {
    return new Iterator<>() {
      private int index;

      @Override
      public boolean hasNext() {
        return expectedElements.hasNext();
      }

      @Override
      public Pair next() {
        if (!actualElements.hasNext()) {
          throw new NoSuchElementException("it has fewer elements than it says");
        }
        return at(index++, expectedElements.next(), actualElements.next());
      }
    };
  }
}
