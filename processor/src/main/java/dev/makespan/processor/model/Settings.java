package dev.makespan.processor.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * The values of an annotation on a method, checked.
 *
 * @param timeout of a task: for one attempt; of a workflow: for all of it; empty for none
 * @param retries of a task: whether and how it is tried again
 * @param pool of a task: the pool that it needs a place in; empty for none
 * @param maxParallelism of a workflow: 0 for no limit
 * @param concurrency of a map task: 0 for the run's limit only
 * @param cancelsAll of a workflow: whether the first failure cancels everything
 */
public record Settings(
    Optional<Duration> timeout,
    Retries retries,
    String pool,
    int maxParallelism,
    int concurrency,
    boolean cancelsAll) {
  public Settings {
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(retries);
    Objects.requireNonNull(pool);
  }

  /**
   * Whether and how a task is tried again.
   *
   * @param times how often, at most
   * @param backoff the wait before the first time
   * @param maxBackoff the longest wait
   * @param on the exceptions that are worth it; empty for the usual ones
   * @param never the exceptions that aren't
   */
  public record Retries(
      int times,
      Duration backoff,
      Duration maxBackoff,
      List<TypeMirror> on,
      List<TypeMirror> never) {
    /** The wait before the first time where an annotation says nothing. */
    public static final Duration BACKOFF = Duration.ofMillis(100);

    /** The longest wait where an annotation says nothing. */
    public static final Duration MAX_BACKOFF = Duration.ofSeconds(30);

    public static final Retries NONE = new Retries(0, BACKOFF, MAX_BACKOFF, List.of(), List.of());

    public Retries {
      Objects.requireNonNull(backoff);
      Objects.requireNonNull(maxBackoff);
      on = List.copyOf(on);
      never = List.copyOf(never);
    }
  }
}
