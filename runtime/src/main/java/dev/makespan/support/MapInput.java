package dev.makespan.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** The elements of a map, read once when it begins. */
final class MapInput {
  /**
   * Lists that hold an array and nothing of the user's: a copy of it is what their iterators give.
   */
  private static final Set<Class<?>> ARRAYS = Set.of(
      ArrayList.class,
      List.of().getClass(),
      List.of(1).getClass(),
      Arrays.asList(1).getClass());

  static final MapInput NONE = new MapInput(new Object[0], null);

  private final @Nullable Object[] values;
  private final @Nullable Throwable failure;

  private MapInput(@Nullable Object[] values, @Nullable Throwable failure) {
    this.values = values;
    this.failure = failure;
  }

  /** The elements in order, for the map to keep; those before the failure if there is one. */
  @Nullable Object[] values() {
    return values;
  }

  /** What the collection or stream has thrown; null if nothing. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Reads a collection or stream, which may be the user's code and may wait. */
  static MapInput read(RunInfo run, @Nullable Object elements) {
    if (elements != null && ARRAYS.contains(elements.getClass())) {
      return new MapInput(((Collection<?>) elements).toArray(), null);
    }
    boolean goesOn = run.scope().handOver(false);
    ClassLoader loader = LoaderSwitch.enter(run.loader());
    try {
      return iterated(elements);
    } finally {
      LoaderSwitch.leave(loader);
      if (goesOn) {
        run.scope().takeUp();
      }
    }
  }

  private static MapInput iterated(@Nullable Object elements) {
    @Nullable Object[] read = new Object[0];
    int count = 0;
    Throwable failure = null;
    try {
      Iterator<?> each = iterator(elements);
      while (each.hasNext()) {
        Object element = each.next();
        if (count == read.length) {
          read = Arrays.copyOf(read, Math.max(16, 2 * count));
        }
        read[count++] = element;
      }
    } catch (Throwable thrown) {
      failure = thrown;
    }
    return new MapInput(count == read.length ? read : Arrays.copyOf(read, count), failure);
  }

  private static Iterator<?> iterator(@Nullable Object elements) {
    return elements instanceof BaseStream<?, ?> stream
        ? stream.iterator()
        : ((Collection<?>) Objects.requireNonNull(elements, "elements")).iterator();
  }
}
