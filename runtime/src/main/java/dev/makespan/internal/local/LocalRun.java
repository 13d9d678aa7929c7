package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An open run of the local engine. Its lock is this object; it guards all {@link Execution}s and
 * {@link Slots} of the run. No callback and no user code runs under it, and no other lock is taken
 * but those of the platform.
 */
final class LocalRun {
  private final LocalEngine engine;
  private final String id;
  private final Runnable onClose;
  private final LocalScope root;

  // Guarded by this.
  private boolean cancelled;
  private boolean ended;

  LocalRun(LocalEngine engine, String id, int maxParallelism, Runnable onClose) {
    this.engine = engine;
    this.id = id;
    this.onClose = onClose;
    this.root = new LocalScope(this, maxParallelism == 0 ? null : new Slots(maxParallelism, null));
  }

  LocalEngine engine() {
    return engine;
  }

  String id() {
    return id;
  }

  LocalScope root() {
    return root;
  }

  /** Called under the lock. */
  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    synchronized (this) {
      cancelled = true;
    }
  }

  /** Tells the run's owner that the engine is closed. */
  void close() {
    onClose.run();
  }

  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      cancelled = true;
    }
    engine.ended(this);
  }

  void dispatch(Execution execution) {
    engine.dispatch(execution);
  }

  /** Does something on one of the engine's threads. */
  void execute(Runnable job) {
    engine.platform().execute(() -> Worker.of(engine, job));
  }

  RunScope.Timer schedule(Duration delay, Runnable job) {
    return engine.platform().schedule(delay, () -> Worker.of(engine, job));
  }

  long nanoTime() {
    return engine.platform().nanoTime();
  }

  Duration grace() {
    return engine.grace();
  }

  /** For tests: how many slots of the outermost limit are taken. */
  synchronized int usedSlots() {
    Slots slots = root.slots();
    return slots == null ? 0 : slots.used();
  }

  /** The scopes of a run differ in their limits only. */
  static @Nullable Slots within(@Nullable Slots outer, int max) {
    return max == 0 || (outer != null && max >= outer.width()) ? outer : new Slots(max, outer);
  }
}
