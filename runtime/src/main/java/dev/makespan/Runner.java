package dev.makespan;

import dev.makespan.spi.Engine;
import dev.makespan.spi.EngineProvider;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * What runs are executed on: threads, and a limit that holds in each run.
 *
 * <p>{@code new DocumentsFlow()} uses the {@linkplain #shared shared} runner. Who builds one,
 * closes it:
 *
 * <pre>{@code
 * try (Runner runner = Runner.builder().maxParallelism(4).build()) {
 *   Report report = new DocumentsFlow(runner).blocking().analyze(file);
 * }
 * }</pre>
 *
 * <p>Its threads are daemon threads: virtual ones on JDK 21 and later, otherwise a pool that grows
 * when tasks wait and shrinks when they are gone. All methods may be called from any thread.
 */
public final class Runner implements AutoCloseable {
  private final Engine engine;
  private final int maxParallelism;
  private final boolean shared;

  private Runner(Engine engine, int maxParallelism, boolean shared) {
    this.engine = engine;
    this.maxParallelism = maxParallelism;
    this.shared = shared;
  }

  /**
   * The runner that flows use when they are given none. It is made on first use and can't be
   * closed.
   */
  public static Runner shared() {
    return Shared.RUNNER;
  }

  /** A builder with default settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** A runner on an engine of another make. Closing the runner closes the engine. */
  public static Runner on(Engine engine) {
    return new Runner(Objects.requireNonNull(engine, "engine"), 0, false);
  }

  /**
   * How many tasks of one run may be executed at the same time, beside the limit of its workflow; 0
   * for no other limit.
   */
  public int maxParallelism() {
    return maxParallelism;
  }

  /** For the runtime: the engine that executes the runs. */
  public Engine engine() {
    return engine;
  }

  /**
   * Refuses new runs, waits until the open ones have ended, then ends the threads. If the caller is
   * interrupted while it waits, the open runs are cancelled as by {@link #closeNow} and the
   * interrupt is kept. Closing twice does nothing more.
   *
   * <p>A run that is started afterwards fails with a
   * {@link java.util.concurrent.RejectedExecutionException}, thrown by the call that would start
   * it.
   *
   * @throws IllegalStateException for the shared runner, and when called by a task or dynamic that
   *     runs on this runner
   */
  @Override
  public void close() {
    refuseShared();
    engine.close();
  }

  /**
   * Refuses new runs, cancels the open ones, waits until they have ended, then ends the threads.
   * See {@link #close}.
   */
  public void closeNow() {
    refuseShared();
    engine.closeNow();
  }

  private void refuseShared() {
    if (shared) {
      throw new IllegalStateException("the shared runner can't be closed; build one to close it");
    }
  }

  /** Collects the settings of a runner. Not for use by several threads at once. */
  public static final class Builder {
    private int maxParallelism;

    private Builder() {}

    /**
     * Sets how many tasks of one run may be executed at the same time. The limit of the workflow
     * holds as well; the smaller one counts. Default 0: only the workflow's.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxParallelism(int tasks) {
      if (tasks < 0) {
        throw new IllegalArgumentException(
            "maxParallelism is negative: " + tasks + "; 0 means no limit");
      }
      maxParallelism = tasks;
      return this;
    }

    /** A new runner with threads of its own. Close it when it is no longer needed. */
    public Runner build() {
      return new Runner(newEngine(), maxParallelism, false);
    }
  }

  private static Engine newEngine() {
    // The provider is in the runtime's own artifact, so its class loader is the one to ask,
    // whatever the thread's is.
    return ServiceLoader.load(EngineProvider.class, Runner.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "no engine on the class path: " + EngineProvider.class.getName()))
        .create();
  }

  private static final class Shared {
    static final Runner RUNNER = new Runner(newEngine(), 0, true);
  }
}
