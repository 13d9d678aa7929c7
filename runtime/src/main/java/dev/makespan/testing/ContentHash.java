package dev.makespan.testing;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hash code of what values consist of: values that {@link DeepEquality} takes for equal have the
 * same, as far as the {@code hashCode} of their classes fits the {@code equals}.
 *
 * <p>It looks at a limited number of parts, so it ends for values that contain themselves. The
 * limit is divided among the parts, so that a large one doesn't hide those after it; in sets and
 * maps, whose order doesn't count, evenly.
 */
final class ContentHash {
  private static final int PARTS = 500;

  /** How many parts may still be looked at. */
  private int left = PARTS;

  private ContentHash() {}

  static int of(@Nullable Object value) {
    try {
      return new ContentHash().hash(value);
    } catch (RuntimeException | StackOverflowError broken) {
      return 0;
    }
  }

  /** The cases and their order are those of the comparison. */
  private int hash(@Nullable Object value) {
    left--;
    if (value == null) {
      return 0;
    }
    if (Contents.whyUnreadable(value) != null) {
      return System.identityHashCode(value);
    }
    if (value instanceof Set<?> set) {
      return ofSet(set);
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    if (value instanceof Collection<?> collection) {
      return inOrder(collection.iterator(), collection.size());
    }
    if (value instanceof Optional<?> optional) {
      return 31 + within(left, optional.orElse(null));
    }
    if (value.getClass().isArray()) {
      return inOrder(Contents.ofArray(value), Array.getLength(value));
    }
    if (value instanceof Record) {
      return ofParts(value);
    }
    if (Contents.hasEquals(value.getClass())) {
      return value.hashCode();
    }
    if (value instanceof Throwable thrown) {
      return 31 * value.getClass().hashCode() + within(left, thrown.getMessage());
    }
    if (value instanceof StringBuilder || value instanceof StringBuffer) {
      return value.toString().hashCode();
    }
    if (value instanceof Comparable) {
      return value.getClass().hashCode();
    }
    if (value instanceof Number number) {
      return 31 * Long.hashCode(number.longValue()) + Double.hashCode(number.doubleValue());
    }
    return ofParts(value);
  }

  private int ofParts(Object value) {
    Pair itself = new Pair(Place.WHOLE, value, value);
    List<@Nullable Object> parts = new ArrayList<>();
    try {
      Iterator<Pair> pairs = value instanceof Record
          ? Contents.ofRecords(itself, value, value)
          : Contents.ofObjects(itself, value, value);
      pairs.forEachRemaining(part -> parts.add(part.expected()));
    } catch (Difference unreadable) {
      return System.identityHashCode(value);
    }
    return 31 * value.getClass().hashCode() + inOrder(parts.iterator(), parts.size());
  }

  private int inOrder(Iterator<?> parts, int size) {
    int hash = size;
    for (int i = size; i > 0 && left > 0 && parts.hasNext(); i--) {
      hash = 31 * hash + within(Math.max(1, left / i), parts.next());
    }
    return hash;
  }

  private int ofSet(Set<?> set) {
    int size = set.size();
    int share = left / Math.max(1, size);
    int hash = size;
    if (share > 0) {
      for (Object element : set) {
        hash += spread(alone(share, element));
      }
      left -= size * share;
    }
    return hash;
  }

  private int ofMap(Map<?, ?> map) {
    int size = map.size();
    int share = left / Math.max(1, 2 * size);
    int hash = size;
    if (share > 0) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        hash += spread(31 * alone(share, each.getKey()) + alone(share, each.getValue()));
      }
      left -= 2 * size * share;
    }
    return hash;
  }

  /** What the part doesn't use of its share is left to others. */
  private int within(int share, @Nullable Object part) {
    if (share <= 0) {
      return 0;
    }
    int others = left - share;
    left = share;
    int hash = hash(part);
    left += others;
    return hash;
  }

  /** Whatever the part uses, others get the same. */
  private int alone(int share, @Nullable Object part) {
    int before = left;
    left = share;
    int hash = hash(part);
    left = before;
    return hash;
  }

  /** So that the sums of different hash codes seldom meet. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
