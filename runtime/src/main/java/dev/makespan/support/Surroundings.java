package dev.makespan.support;

import dev.makespan.spi.ContextCarrier;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskInterceptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the user's code in one run: the context of the thread that started it, and
 * inside that the interceptors. Immutable; several threads use it at once.
 */
final class Surroundings {
  private final List<ContextCarrier.Snapshot> snapshots;
  private final List<TaskInterceptor> interceptors;

  private Surroundings(
      List<ContextCarrier.Snapshot> snapshots, List<TaskInterceptor> interceptors) {
    this.snapshots = snapshots;
    this.interceptors = interceptors;
  }

  /**
   * Takes the context of this thread, which starts a run; null if the settings ask for nothing, so
   * that the user's code is to be called as it is.
   *
   * @throws RuntimeException what a carrier throws; the run must not start
   */
  static @Nullable Surroundings capture(RunnerSettings settings) {
    if (settings.carriers().isEmpty() && settings.interceptors().isEmpty()) {
      return null;
    }
    List<ContextCarrier.Snapshot> snapshots = new ArrayList<>();
    for (ContextCarrier carrier : settings.carriers()) {
      snapshots.add(given(carrier.capture(), carrier));
    }
    return new Surroundings(snapshots, settings.interceptors());
  }

  // A user's null would fail at a place that doesn't name whose it is.
  private static <T> T given(@Nullable T value, Object by) {
    if (value == null) {
      throw new NullPointerException("context carrier " + by + " gave null");
    }
    return value;
  }

  /**
   * Whether attempts have interceptors, so that {@link #task} needs to know which attempt it is.
   */
  boolean intercepts() {
    return !interceptors.isEmpty();
  }

  /** Runs an expression or a dynamic's body in the context. */
  @Nullable Object code(TaskInterceptor.Invocation code) throws Throwable {
    return inContext(code);
  }

  /** Runs an attempt of a task in the context, inside the interceptors. */
  @Nullable Object task(TaskInterceptor.Attempt attempt, TaskInterceptor.Invocation method) throws Throwable {
    return inContext(() -> intercepted(attempt, method, 0));
  }

  private @Nullable Object intercepted(
      TaskInterceptor.Attempt attempt, TaskInterceptor.Invocation method, int index)
      throws Throwable {
    return index == interceptors.size()
        ? method.proceed()
        : interceptors.get(index).around(attempt, () -> intercepted(attempt, method, index + 1));
  }

  private @Nullable Object inContext(TaskInterceptor.Invocation inner) throws Throwable {
    List<ContextCarrier.Scope> open = new ArrayList<>(snapshots.size());
    Object value = null;
    Throwable thrown = null;
    try {
      for (ContextCarrier.Snapshot snapshot : snapshots) {
        open.add(given(snapshot.apply(), snapshot));
      }
      value = inner.proceed();
    } catch (Throwable e) {
      thrown = e;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      try {
        open.get(i).close();
      } catch (Throwable e) {
        thrown = both(thrown, e);
      }
    }
    if (thrown != null) {
      throw thrown;
    }
    return value;
  }

  private static Throwable both(@Nullable Throwable first, Throwable later) {
    if (first == null) {
      return later;
    }
    if (first != later) {
      first.addSuppressed(later);
    }
    return first;
  }
}
