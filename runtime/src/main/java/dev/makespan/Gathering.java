package dev.makespan;

import dev.makespan.spi.Failures;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of several stages. Each slot is written once; the last write publishes all of them.
 */
final class Gathering<T> {
  private final @Nullable Object[] values;
  private final AtomicInteger missing;

  /** By index; null as long as there are none. Guarded by this. */
  private @Nullable Throwable @Nullable [] failures;

  Gathering(int size) {
    values = new Object[size];
    missing = new AtomicInteger(size);
  }

  /** Whether this was the last one. */
  boolean add(int index, @Nullable T value, @Nullable Throwable thrown) {
    values[index] = value;
    if (thrown != null) {
      failed(index, thrown);
    }
    return missing.decrementAndGet() == 0;
  }

  private synchronized void failed(int index, Throwable thrown) {
    if (failures == null) {
      failures = new Throwable[values.length];
    }
    failures[index] = thrown;
  }

  @SuppressWarnings("unchecked")
  List<T> values() {
    return (List<T>) Collections.unmodifiableList(Arrays.asList(values));
  }

  synchronized @Nullable Throwable failure() {
    if (failures == null) {
      return null;
    }
    List<Throwable> failed = Arrays.stream(failures).filter(Objects::nonNull).toList();
    Throwable first = failed.get(0);
    Failures.suppress(first, failed.subList(1, failed.size()));
    return first;
  }
}
