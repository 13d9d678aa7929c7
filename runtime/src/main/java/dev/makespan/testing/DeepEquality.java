package dev.makespan.testing;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values have equal contents, all the way down.
 *
 * <p>Arrays, lists and other ordered collections, sets, maps, optionals and records are compared by
 * what is in them; a list equals a list of another class with the same elements, and the order of
 * sets and maps doesn't count. Objects of one class that doesn't say what equal means are compared
 * field by field; of exceptions class and message count. Everything else is compared with
 * {@code equals}, so NaN equals NaN, and 0.0 doesn't equal -0.0. Values may contain themselves, and
 * may be nested as deep as memory allows.
 *
 * <p>Streams, iterators and futures can't be compared, nor can objects without an {@code equals}
 * whose fields reflection may not read; unless they are the same object, they count as different,
 * and the text says why.
 */
public final class DeepEquality {
  /** The pairs that were equal or are being compared, of those which consist of others. */
  private final Set<ByIdentity> taken = new HashSet<>();

  /** The same in order, so that what a failed attempt assumed can be forgotten. */
  private final List<ByIdentity> inOrder = new ArrayList<>();

  private DeepEquality() {}

  /**
   * Compares two values.
   *
   * @return null if they are equal, else where they differ and how
   */
  public static @Nullable String difference(@Nullable Object expected, @Nullable Object actual) {
    try {
      new DeepEquality().compare(new Pair(Place.WHOLE, expected, actual));
      return null;
    } catch (Difference difference) {
      return difference.getMessage();
    }
  }

  /** Not recursive, since values may be nested deeper than a stack is. */
  private void compare(Pair whole) throws Difference {
    ArrayDeque<Iterator<Pair>> open = new ArrayDeque<>();
    open.push(List.of(whole).iterator());
    Pair current = whole;
    try {
      while (!open.isEmpty()) {
        if (open.peek().hasNext()) {
          current = open.peek().next();
          open.push(parts(current));
        } else {
          open.pop();
        }
      }
    } catch (RuntimeException | StackOverflowError broken) {
      throw Difference.unknown(current, "a method of theirs threw " + ValueText.of(broken));
    }
  }

  /** Whether two values are equal, to find out which belong together. */
  private boolean areEqual(@Nullable Object expected, @Nullable Object actual) {
    int before = inOrder.size();
    try {
      compare(new Pair(Place.WHOLE, expected, actual));
      return true;
    } catch (Difference difference) {
      List<ByIdentity> assumed = inOrder.subList(before, inOrder.size());
      assumed.forEach(taken::remove);
      assumed.clear();
      return false;
    }
  }

  /** What is left to compare, in pairs. */
  private Iterator<Pair> parts(Pair pair) throws Difference {
    Object one = pair.expected();
    Object other = pair.actual();
    if (one == other) {
      return Collections.emptyIterator();
    }
    if (one == null || other == null) {
      throw Difference.of(pair);
    }
    refuseWhatCanNotBeRead(pair, one, other);
    boolean isOneClass = one.getClass() == other.getClass();
    if (one instanceof Set<?> set && other instanceof Set<?> otherSet) {
      return isTaken(one, other) ? Collections.emptyIterator() : partsOf(pair, set, otherSet);
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
      return isTaken(one, other) ? Collections.emptyIterator() : partsOf(pair, map, otherMap);
    }
    if (one instanceof Collection<?> all
        && other instanceof Collection<?> others
        && (isOneClass || (one instanceof List && other instanceof List))) {
      requireEqualSizes(pair, all.size(), others.size());
      return isTaken(one, other)
          ? Collections.emptyIterator()
          : pair.elements(all.iterator(), others.iterator());
    }
    if (one instanceof Optional<?> optional && other instanceof Optional<?> otherOptional) {
      return only(pair.member(".get()", optional.orElse(null), otherOptional.orElse(null)));
    }
    if (!isOneClass) {
      return require(one.equals(other), pair);
    }
    if (one.getClass().isArray()) {
      requireEqualSizes(pair, Array.getLength(one), Array.getLength(other));
      return isTaken(one, other)
          ? Collections.emptyIterator()
          : pair.elements(Contents.ofArray(one), Contents.ofArray(other));
    }
    if (one instanceof Record) {
      return isTaken(one, other)
          ? Collections.emptyIterator()
          : Contents.ofRecords(pair, one, other);
    }
    if (Contents.hasEquals(one.getClass())) {
      return require(one.equals(other), pair);
    }
    if (one instanceof Throwable thrown && other instanceof Throwable otherThrown) {
      return only(pair.member(".getMessage()", thrown.getMessage(), otherThrown.getMessage()));
    }
    if (one instanceof Comparable || one instanceof Number) {
      return require(isSameValue(one, other), pair);
    }
    return isTaken(one, other) ? Collections.emptyIterator() : Contents.ofObjects(pair, one, other);
  }

  /** Whether the two have been met before; if they differ, it is told there. */
  private boolean isTaken(Object one, Object other) {
    ByIdentity both = new ByIdentity(one, other);
    if (!taken.add(both)) {
      return true;
    }
    inOrder.add(both);
    return false;
  }

  private static Iterator<Pair> require(boolean isEqual, Pair pair) throws Difference {
    if (!isEqual) {
      throw Difference.of(pair);
    }
    return Collections.emptyIterator();
  }

  private static Iterator<Pair> only(Pair part) {
    return List.of(part).iterator();
  }

  private static void requireEqualSizes(Pair pair, int one, int other) throws Difference {
    if (one != other) {
      throw Difference.of(pair.member(".size()", one, other));
    }
  }

  private static void refuseWhatCanNotBeRead(Pair pair, Object one, Object other)
      throws Difference {
    for (Object each : List.of(one, other)) {
      if (each instanceof BaseStream
          || each instanceof Iterator
          || each instanceof Enumeration
          || each instanceof Spliterator) {
        throw Difference.unknown(pair, "to read them would use them up; return a list instead");
      }
      if (each instanceof Future) {
        throw Difference.unknown(pair, "futures have no contents yet; return what they give");
      }
    }
  }

  private Iterator<Pair> partsOf(Pair pair, Set<?> expected, Set<?> actual) throws Difference {
    requireEqualSizes(pair, expected.size(), actual.size());
    Candidates left = new Candidates(this::areEqual);
    left.addAll(Candidates.ofSet(actual));
    for (Candidates.Entry each : Candidates.ofSet(expected)) {
      if (left.take(each) == null) {
        throw Difference.of(pair);
      }
    }
    return Collections.emptyIterator();
  }

  private Iterator<Pair> partsOf(Pair pair, Map<?, ?> expected, Map<?, ?> actual)
      throws Difference {
    Pair keys = pair.member(".keySet()", expected.keySet(), actual.keySet());
    requireEqualSizes(keys, expected.size(), actual.size());
    Candidates left = new Candidates(this::areEqual);
    left.addAll(Candidates.ofMap(actual));
    List<Pair> values = new ArrayList<>(expected.size());
    for (Candidates.Entry each : Candidates.ofMap(expected)) {
      Candidates.Entry found = left.take(each);
      if (found == null) {
        throw Difference.of(keys);
      }
      values.add(pair.at(each.key, each.value, found.value));
    }
    return values.iterator();
  }

  /** Of what has a value but no {@code equals}, as string builders and atomic numbers. */
  @SuppressWarnings("unchecked")
  private static boolean isSameValue(Object one, Object other) {
    if (one instanceof Comparable<?> comparable) {
      return ((Comparable<Object>) comparable).compareTo(other) == 0;
    }
    return one instanceof Number n
        && other instanceof Number m
        && n.longValue() == m.longValue()
        && Double.compare(n.doubleValue(), m.doubleValue()) == 0;
  }

  /** Two objects, not what they are equal to. */
  private record ByIdentity(Object one, Object other) {
    @Override
    public boolean equals(@Nullable Object that) {
      return that instanceof ByIdentity pair && pair.one == one && pair.other == other;
    }

    @Override
    public int hashCode() {
      return Objects.hash(System.identityHashCode(one), System.identityHashCode(other));
    }
  }
}
