package dev.makespan.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values have equal contents, all the way down.
 *
 * <p>Arrays, lists and other ordered collections, sets, maps, optionals and records are compared by
 * what is in them; a list equals a list of another class with the same elements. Objects of one
 * class that doesn't say what equal means are compared field by field, where reflection may read
 * them; of exceptions class and message count. Everything else is compared with {@code equals}.
 * Values that contain themselves are fine.
 */
public final class DeepEquality {
  private final Set<Pair> open = new HashSet<>();

  private DeepEquality() {}

  /**
   * Compares two values.
   *
   * @return null if they are equal, else where they differ and how
   */
  public static @Nullable String difference(@Nullable Object expected, @Nullable Object actual) {
    return new DeepEquality().compare("", expected, actual);
  }

  private @Nullable String compare(
      String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected == actual) {
      return null;
    }
    if (expected == null || actual == null) {
      return differ(path, expected, actual);
    }
    Pair pair = new Pair(expected, actual);
    if (!open.add(pair)) {
      return null;
    }
    try {
      return compareContents(path, expected, actual);
    } finally {
      open.remove(pair);
    }
  }

  private @Nullable String compareContents(String path, Object expected, Object actual) {
    if (expected.getClass().isArray() && expected.getClass() == actual.getClass()) {
      return compareOrdered(path, elements(expected), elements(actual));
    }
    if (expected instanceof Set<?> one && actual instanceof Set<?> other) {
      return compareUnordered(path, one, other);
    }
    if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
      return compareMaps(path, one, other);
    }
    if (expected instanceof List<?> one && actual instanceof List<?> other) {
      return compareOrdered(path, one, other);
    }
    if (expected instanceof Collection<?> one
        && actual instanceof Collection<?> other
        && one.getClass() == other.getClass()) {
      return compareOrdered(path, one, other);
    }
    if (expected instanceof Optional<?> one && actual instanceof Optional<?> other) {
      return compare(path + ".get()", one.orElse(null), other.orElse(null));
    }
    if (expected.getClass() != actual.getClass()) {
      return expected.equals(actual) ? null : differ(path, expected, actual);
    }
    if (expected instanceof Record) {
      return compareRecords(path, expected, actual);
    }
    if (expected.equals(actual)) {
      return null;
    }
    if (saysWhatEqualMeans(expected.getClass())) {
      return differ(path, expected, actual);
    }
    if (expected instanceof Throwable one && actual instanceof Throwable other) {
      return compare(path + ".getMessage()", one.getMessage(), other.getMessage());
    }
    return isOneValue(expected)
        ? sameValue(expected, actual) ? null : differ(path, expected, actual)
        : compareFields(path, expected, actual);
  }

  /** Whether it has a value but no {@code equals}, as string builders and atomic numbers. */
  private static boolean isOneValue(Object value) {
    return value instanceof Comparable || value instanceof Number;
  }

  @SuppressWarnings("unchecked")
  private static boolean sameValue(Object one, Object other) {
    if (one instanceof Comparable<?> comparable) {
      return ((Comparable<Object>) comparable).compareTo(other) == 0;
    }
    return one instanceof Number n
        && other instanceof Number m
        && n.longValue() == m.longValue()
        && Double.compare(n.doubleValue(), m.doubleValue()) == 0;
  }

  private @Nullable String compareOrdered(
      String path, Collection<?> expected, Collection<?> actual) {
    if (expected.size() != actual.size()) {
      return differ(path + ".size()", expected.size(), actual.size());
    }
    Iterator<?> others = actual.iterator();
    int index = 0;
    for (Object each : expected) {
      String difference = compare(path + "[" + index++ + "]", each, others.next());
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private @Nullable String compareUnordered(String path, Set<?> expected, Set<?> actual) {
    if (expected.size() != actual.size()) {
      return differ(path + ".size()", expected.size(), actual.size());
    }
    if (expected.equals(actual)) {
      return null;
    }
    List<@Nullable Object> left = new ArrayList<>(actual);
    for (Object each : expected) {
      if (!left.removeIf(new FirstEqual(path, each)::test)) {
        return differ(path, expected, actual);
      }
    }
    return null;
  }

  /** Is true of the first value that equals another one deeply, and of no further. */
  private final class FirstEqual {
    private final String path;
    private final @Nullable Object wanted;
    private boolean found;

    FirstEqual(String path, @Nullable Object wanted) {
      this.path = path;
      this.wanted = wanted;
    }

    boolean test(@Nullable Object value) {
      if (found || compare(path, wanted, value) != null) {
        return false;
      }
      found = true;
      return true;
    }
  }

  private @Nullable String compareMaps(String path, Map<?, ?> expected, Map<?, ?> actual) {
    String keys = compareUnordered(path + ".keySet()", expected.keySet(), actual.keySet());
    if (keys != null) {
      return keys;
    }
    // A copy that takes any key, unlike some sorted maps.
    Map<@Nullable Object, @Nullable Object> others = new HashMap<>(actual);
    for (Map.Entry<?, ?> entry : expected.entrySet()) {
      Object key = entry.getKey();
      Object other =
          others.containsKey(key) ? others.get(key) : valueOfDeeplyEqualKey(path, actual, key);
      String difference = compare(path + "[" + key + "]", entry.getValue(), other);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private @Nullable Object valueOfDeeplyEqualKey(
      String path, Map<?, ?> map, @Nullable Object wanted) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (compare(path, wanted, entry.getKey()) == null) {
        return entry.getValue();
      }
    }
    return null;
  }

  private @Nullable String compareRecords(String path, Object expected, Object actual) {
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      Object one;
      Object other;
      try {
        component.getAccessor().setAccessible(true);
        one = component.getAccessor().invoke(expected);
        other = component.getAccessor().invoke(actual);
      } catch (ReflectiveOperationException | RuntimeException unreadable) {
        return expected.equals(actual) ? null : differ(path, expected, actual);
      }
      String difference = compare(path + "." + component.getName() + "()", one, other);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private @Nullable String compareFields(String path, Object expected, Object actual) {
    for (Class<?> type = expected.getClass();
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        Object one;
        Object other;
        try {
          field.setAccessible(true);
          one = field.get(expected);
          other = field.get(actual);
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
          return differ(path, expected, actual);
        }
        String difference = compare(path + "." + field.getName(), one, other);
        if (difference != null) {
          return difference;
        }
      }
    }
    return null;
  }

  private static boolean saysWhatEqualMeans(Class<?> type) {
    try {
      return type.isEnum()
          || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every class has equals", e);
    }
  }

  private static List<@Nullable Object> elements(Object array) {
    int length = Array.getLength(array);
    List<@Nullable Object> elements = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static String differ(String path, @Nullable Object expected, @Nullable Object actual) {
    String where = path.isEmpty() ? "" : "at " + path + ": ";
    return where + "expected " + describe(expected) + ", got " + describe(actual);
  }

  private static String describe(@Nullable Object value) {
    return value == null ? "null" : value + " (" + value.getClass().getTypeName() + ")";
  }

  /** Two objects that are being compared, by identity. */
  private record Pair(Object one, Object other) {
    @Override
    public boolean equals(@Nullable Object that) {
      return that instanceof Pair pair && pair.one == one && pair.other == other;
    }

    @Override
    public int hashCode() {
      return Objects.hash(System.identityHashCode(one), System.identityHashCode(other));
    }
  }
}
