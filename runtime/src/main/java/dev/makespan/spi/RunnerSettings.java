package dev.makespan.spi;

import dev.makespan.event.Recording;
import dev.makespan.event.RunListener;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a runner, as its builder collected them. Immutable.
 *
 * @param maxParallelism how many tasks of one run may be executed at the same time, beside the
 *     limit of its workflow; 0 for no other limit
 * @param pools how many slots each named pool has, in the order of their definition
 * @param listeners who is told of events, in this order
 * @param recording what runs keep
 * @param interceptors what stands around attempts, the outermost first
 * @param carriers what carries the caller's context, in the order of its application
 * @param helping whether a caller that joins executes tasks while it waits
 * @param executor whose threads execute the runs; null for the engine's own
 */
public record RunnerSettings(
    int maxParallelism,
    Map<String, Integer> pools,
    List<RunListener> listeners,
    Recording recording,
    List<TaskInterceptor> interceptors,
    List<ContextCarrier> carriers,
    boolean helping,
    @Nullable Executor executor) {
  /** The settings of a runner that was told nothing. */
  public static final RunnerSettings DEFAULT = new RunnerSettings(
      0, Map.of(), List.of(), Recording.DEFAULT, List.of(), List.of(), true, null);

  /**
   * Checks the numbers and copies the collections.
   *
   * @throws IllegalArgumentException if a number is too small or a pool has no name
   */
  public RunnerSettings {
    if (maxParallelism < 0) {
      throw new IllegalArgumentException(
          "maxParallelism is negative: " + maxParallelism + "; 0 means no limit");
    }
    for (Map.Entry<String, Integer> pool : pools.entrySet()) {
      checkPool(pool.getKey(), pool.getValue());
    }
    pools = pools.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(pools));
    listeners = List.copyOf(listeners);
    interceptors = List.copyOf(interceptors);
    carriers = List.copyOf(carriers);
  }

  /** Whether anything stands around the user's code: interceptors, or carriers of context. */
  public boolean surrounds() {
    return !interceptors.isEmpty() || !carriers.isEmpty();
  }

  /**
   * Refuses what can't be a pool.
   *
   * @throws IllegalArgumentException if there are less than 1 slots or the name is blank
   */
  public static void checkPool(String name, int slots) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a pool needs a name; a blank one is none");
    }
    if (slots < 1) {
      throw new IllegalArgumentException(
          "pool \"" + name + "\" has " + slots + " slots; it needs at least 1");
    }
  }
}
