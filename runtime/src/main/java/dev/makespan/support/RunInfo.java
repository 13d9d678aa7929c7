package dev.makespan.support;

import dev.makespan.event.Recording;
import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.RunnerSettings;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What all parts of one run share. Made on the thread that starts the run. */
final class RunInfo {
  /** How many levels start or end each other on one stack before the next one gets its own. */
  private static final int LEVELS = 8;

  /** Room for what a run needs to end when there is none; once used it is gone. */
  @SuppressWarnings("UnusedVariable")
  private static volatile byte @Nullable [] reserve = new byte[1 << 16];

  private final Engine engine;
  private final RunnerSettings settings;
  private final @Nullable Surroundings surroundings;
  private final @Nullable Observer observer;
  private final RunScope scope;
  private final long start;
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final AtomicInteger overruns = new AtomicInteger();
  private volatile @Nullable LiveRun<?> root;
  private volatile @Nullable Throwable broken;

  /** @param surroundings what stands around the user's code; null for nothing */
  RunInfo(
      Engine engine,
      RunnerSettings settings,
      @Nullable Surroundings surroundings,
      RunScope scope,
      CallSite site) {
    this.engine = engine;
    this.settings = settings;
    this.surroundings = surroundings;
    this.scope = scope;
    this.start = scope.nanoTime();
    this.observer = isAsked(settings) ? Observer.of(settings, scope.id(), site, start) : null;
  }

  /** Whether anybody asks what happens. */
  static boolean isAsked(RunnerSettings settings) {
    return !settings.listeners().isEmpty()
        || !settings.interceptors().isEmpty()
        || settings.recording() == Recording.FULL
        || Flight.isRecording();
  }

  Engine engine() {
    return engine;
  }

  /** The settings of the runner, for runs that are started from inside this one, too. */
  RunnerSettings settings() {
    return settings;
  }

  /** What stands around the user's code; null for nothing. */
  @Nullable Surroundings surroundings() {
    return surroundings;
  }

  /** Whom to tell what happens; null if nobody asks. */
  @Nullable Observer observer() {
    return observer;
  }

  /**
   * Whether something stands around each execution of the user's code, or is told of it; then each
   * is a call of its own.
   */
  boolean isWatched() {
    return observer != null || surroundings != null;
  }

  /**
   * Whether executions are watched only to be kept; then those that follow each other can be told
   * together. Never if {@link #isWatched} doesn't hold.
   */
  boolean isOnlyKept() {
    return observer != null && surroundings == null && observer.onlyKeeps();
  }

  /** The context class loader of the thread that started the run. */
  @Nullable ClassLoader loader() {
    return loader;
  }

  /** The outermost scope. */
  RunScope scope() {
    return scope;
  }

  /** The engine's time at the start of the run. */
  long start() {
    return start;
  }

  /**
   * Does at some level what the level above or below it asks for. Parts that stand in each other
   * start and end each other, and must not nest as deep as the user's workflows do; so every so
   * many levels it is done from an empty stack.
   */
  void step(int depth, Runnable job) {
    if (depth % LEVELS != 0) {
      job.run();
      return;
    }
    scope.later(() -> guarded(job));
  }

  /** Does something that must not fail. */
  void guarded(Runnable job) {
    try {
      job.run();
    } catch (Throwable thrown) {
      giveUp(thrown);
    }
  }

  void root(LiveRun<?> run) {
    root = run;
  }

  /**
   * Ends the run at once, though not all that it started may have ended: what keeps account of that
   * has failed, most likely since the machine has no memory or no stack left. Better a failure than
   * a run that never ends.
   */
  void giveUp(Throwable why) {
    reserve = null;
    broken = why;
    LiveRun<?> run = root;
    if (run != null) {
      run.giveUp(why);
    }
  }

  /** Why the run was given up; null if it wasn't. */
  @Nullable Throwable broken() {
    return broken;
  }

  void overran() {
    overruns.incrementAndGet();
  }

  int overruns() {
    return overruns.get();
  }
}
