package dev.makespan.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a set, or the entries of a map, that haven't found their equal yet.
 *
 * <p>Looks first among those whose key has the same {@link ContentHash}, then among all others,
 * since a class may have a {@code hashCode} that doesn't fit its {@code equals}.
 */
final class Candidates {
  private final Map<Integer, List<Entry>> byHash = new HashMap<>();
  private final BiPredicate<@Nullable Object, @Nullable Object> equal;

  /** An element, as key and value, or an entry of a map. */
  static final class Entry {
    final @Nullable Object key;
    final @Nullable Object value;
    private final int hash;

    Entry(@Nullable Object key, @Nullable Object value) {
      this.key = key;
      this.value = value;
      this.hash = ContentHash.of(key);
    }
  }

  Candidates(BiPredicate<@Nullable Object, @Nullable Object> equal) {
    this.equal = equal;
  }

  static List<Entry> ofSet(Collection<?> elements) {
    List<Entry> entries = new ArrayList<>(elements.size());
    for (Object each : elements) {
      entries.add(new Entry(each, null));
    }
    return entries;
  }

  static List<Entry> ofMap(Map<?, ?> map) {
    List<Entry> entries = new ArrayList<>(map.size());
    for (Map.Entry<?, ?> each : map.entrySet()) {
      entries.add(new Entry(each.getKey(), each.getValue()));
    }
    return entries;
  }

  void addAll(List<Entry> entries) {
    for (Entry each : entries) {
      byHash.computeIfAbsent(each.hash, hash -> new ArrayList<>(1)).add(each);
    }
  }

  /**
   * Takes the one with an equal key out; where several have, which only a map by identity has, the
   * one that has an equal value too. Null if there is none.
   */
  @Nullable Entry take(Entry wanted) {
    Entry taken = find(wanted, byHash.getOrDefault(wanted.hash, List.of()));
    for (Map.Entry<Integer, List<Entry>> others : byHash.entrySet()) {
      if (taken != null) {
        break;
      }
      if (others.getKey() != wanted.hash) {
        taken = find(wanted, others.getValue());
      }
    }
    if (taken != null) {
      remove(taken);
    }
    return taken;
  }

  private @Nullable Entry find(Entry wanted, List<Entry> among) {
    List<Entry> found = new ArrayList<>(1);
    for (Entry each : among) {
      if (equal.test(wanted.key, each.key)) {
        if (wanted.value == each.value) {
          return each;
        }
        found.add(each);
      }
    }
    return found.size() > 1 ? withEqualValue(wanted, found) : found.isEmpty() ? null : found.get(0);
  }

  private Entry withEqualValue(Entry wanted, List<Entry> found) {
    for (Entry each : found) {
      if (equal.test(wanted.value, each.value)) {
        return each;
      }
    }
    return found.get(0);
  }

  private void remove(Entry taken) {
    byHash.computeIfPresent(taken.hash, (hash, some) -> {
      some.remove(taken);
      return some.isEmpty() ? null : some;
    });
  }
}
