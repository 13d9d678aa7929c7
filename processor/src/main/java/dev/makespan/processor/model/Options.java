package dev.makespan.processor.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What one call of a task sets otherwise than the task's annotation: the values of an
 * {@code @Options}, checked.
 */
public record Options(
    Optional<String> name, Optional<Duration> timeout, Optional<Integer> retries) {
  /** Nothing is set. */
  public static final Options NONE =
      new Options(Optional.empty(), Optional.empty(), Optional.empty());

  public Options {
    Objects.requireNonNull(name);
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(retries);
  }

  public boolean isNone() {
    return name.isEmpty() && timeout.isEmpty() && retries.isEmpty();
  }
}
