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
  private final @Nullable Throwable[] failures;
  private final AtomicInteger missing;

  Gathering(int size) {
    values = new Object[size];
    failures = new Throwable[size];
    missing = new AtomicInteger(size);
  }

  /** Whether this was the last one. */
  boolean add(int index, @Nullable T value, @Nullable Throwable thrown) {
    values[index] = value;
    failures[index] = thrown;
    return missing.decrementAndGet() == 0;
  }

  @SuppressWarnings("unchecked")
  List<T> values() {
    return (List<T>) Collections.unmodifiableList(Arrays.asList(values));
  }

  @Nullable Throwable failure() {
    List<Throwable> failed = Arrays.stream(failures).filter(Objects::nonNull).toList();
    if (failed.isEmpty()) {
      return null;
    }
    Throwable first = failed.get(0);
    Failures.suppress(first, failed.subList(1, failed.size()));
    return first;
  }
}
