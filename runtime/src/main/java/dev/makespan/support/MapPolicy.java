package dev.makespan.support;

import dev.makespan.spi.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the results of a map's elements, and which failures end it. */
interface MapPolicy {
  /** The results as a list; the first failure is the map's. */
  MapPolicy ALL = values -> Collections.unmodifiableList(Arrays.asList(values));

  /** No value; the first failure is the map's. */
  MapPolicy NOTHING = values -> null;

  /** The value of a map that doesn't fail. The results of failed elements are null. */
  @Nullable Object value(@Nullable Object[] values);

  /** Whether the failure of an element fails the map whatever the others do. */
  default boolean isFatal(Throwable thrown) {
    return true;
  }

  /** Whether so many failures, none of them fatal, don't fail the map. */
  default boolean allows(int failures, int elements) {
    return failures == 0;
  }

  /** Whether an element may have this result. */
  default boolean takes(@Nullable Object result) {
    return true;
  }

  /** The results, empty for elements that failed, if enough of them succeeded. */
  static MapPolicy some(double ratio) {
    Tolerance tolerance = new Tolerance(ratio);
    return new MapPolicy() {
      @Override
      public Object value(@Nullable Object[] values) {
        List<Optional<Object>> results = new ArrayList<>(values.length);
        for (Object value : values) {
          results.add(Optional.ofNullable(value));
        }
        return Collections.unmodifiableList(results);
      }

      @Override
      public boolean isFatal(Throwable thrown) {
        return Tolerance.isFatal(thrown);
      }

      @Override
      public boolean allows(int failures, int elements) {
        return tolerance.allows(failures, elements);
      }

      @Override
      public boolean takes(@Nullable Object result) {
        return result != null;
      }
    };
  }
}
