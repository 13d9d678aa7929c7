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
 * <p>Looks first among those whose key is equal by {@code equals}, then among all.
 */
final class Candidates {
  private final Map<@Nullable Object, List<Entry>> byKey = new HashMap<>();
  private final BiPredicate<@Nullable Object, @Nullable Object> equal;

  /** An element, as key and value, or an entry of a map. */
  static final class Entry {
    final @Nullable Object key;
    final @Nullable Object value;

    Entry(@Nullable Object key, @Nullable Object value) {
      this.key = key;
      this.value = value;
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
      byKey.computeIfAbsent(each.key, key -> new ArrayList<>(1)).add(each);
    }
  }

  /**
   * Takes the one with an equal key out; where several have, which only a map by identity has, the
   * one that has an equal value too. Null if there is none.
   */
  @Nullable Entry take(Entry wanted) {
    List<Entry> found = new ArrayList<>(1);
    for (Entry each : byKey.getOrDefault(wanted.key, List.of())) {
      if (equal.test(wanted.key, each.key)) {
        found.add(each);
      }
    }
    if (found.isEmpty()) {
      for (List<Entry> some : byKey.values()) {
        for (Entry each : some) {
          if (equal.test(wanted.key, each.key)) {
            found.add(each);
          }
        }
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    Entry taken = found.size() == 1 ? found.get(0) : withEqualValue(wanted, found);
    remove(taken);
    return taken;
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
    byKey.computeIfPresent(taken.key, (key, some) -> {
      some.remove(taken);
      return some.isEmpty() ? null : some;
    });
  }
}
