package dev.makespan.testing;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values have equal contents, all the way down.
 *
 * <p>Arrays, lists and other ordered collections, sets, maps, optionals and records are compared by
 * what is in them; a list equals a list of another class with the same elements, and the order of
 * sets and maps doesn't count. Objects of one class that doesn't say what equal means are compared
 * field by field; of exceptions class and message count. Everything else is compared with
 * {@code equals}, so NaN equals NaN, and 0.0 doesn't equal -0.0. Values may contain themselves, and
 * may be nested as deep as memory allows; sets and the keys of maps as deep as the stack does.
 *
 * <p>Streams, iterators and futures can't be compared, nor can objects without an {@code equals}
 * whose fields reflection may not read; unless they are the same object, they count as different,
 * and the text says why.
 */
public final class DeepEquality {
  private final Assumptions assumptions = new Assumptions();

  /** How many attempts to find out what belongs together have begun. */
  private int attempts;

  private int attemptsOpen;

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

  /** The parts of a pair that are left to compare. */
  private record Open(Iterator<Pair> parts, Assumptions.Step step) {}

  /** Not recursive, since values may be nested deeper than a stack is. */
  private void compare(Pair whole) throws Difference {
    ArrayDeque<Open> open = new ArrayDeque<>();
    Pair current = whole;
    Assumptions.Step step = assumptions.begin();
    try {
      open.push(new Open(parts(whole), step));
      while (!open.isEmpty()) {
        if (open.element().parts().hasNext()) {
          current = open.element().parts().next();
          step = assumptions.begin();
          open.push(new Open(parts(current), step));
        } else {
          assumptions.end(open.pop().step());
        }
      }
    } catch (Difference difference) {
      leave(open, step);
      throw difference;
    } catch (RuntimeException | StackOverflowError broken) {
      if (broken instanceof StackOverflowError overflow && attemptsOpen > 0) {
        // Nobody knows whether the two are equal.
        throw overflow;
      }
      leave(open, step);
      throw Difference.unknown(current, "a method of theirs threw " + ValueText.of(broken));
    }
  }

  private void leave(ArrayDeque<Open> open, Assumptions.Step innermost) {
    assumptions.leave(innermost);
    open.forEach(each -> assumptions.leave(each.step()));
  }

  /** Whether two values are equal, to find out which belong together. */
  private boolean areEqual(@Nullable Object expected, @Nullable Object actual) {
    if (assumptions.areUnequal(expected, actual)) {
      return false;
    }
    int attempt = ++attempts;
    attemptsOpen++;
    Assumptions.Step step = assumptions.begin();
    try {
      compare(new Pair(Place.WHOLE, expected, actual));
      assumptions.end(step);
      return true;
    } catch (Difference difference) {
      // Without attempts within, to compare again costs less than to remember.
      if (assumptions.fail(step) && attempts > attempt) {
        assumptions.rememberUnequal(expected, actual);
      }
      return false;
    } finally {
      attemptsOpen--;
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
      return assumptions.isTaken(one, other)
          ? Collections.emptyIterator()
          : partsOf(pair, set, otherSet);
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
      return assumptions.isTaken(one, other)
          ? Collections.emptyIterator()
          : partsOf(pair, map, otherMap);
    }
    if (one instanceof Collection<?> all
        && other instanceof Collection<?> others
        && (isOneClass || (one instanceof List && other instanceof List))) {
      requireEqualSizes(pair, all.size(), others.size());
      return assumptions.isTaken(one, other)
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
      return assumptions.isTaken(one, other)
          ? Collections.emptyIterator()
          : pair.elements(Contents.ofArray(one), Contents.ofArray(other));
    }
    if (one instanceof Record) {
      return assumptions.isTaken(one, other)
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
    return assumptions.isTaken(one, other)
        ? Collections.emptyIterator()
        : Contents.ofObjects(pair, one, other);
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
      String why = Contents.whyUnreadable(each);
      if (why != null) {
        throw Difference.unknown(pair, why);
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
}
