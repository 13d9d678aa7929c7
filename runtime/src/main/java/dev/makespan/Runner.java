package dev.makespan;

import dev.makespan.event.Recording;
import dev.makespan.event.RunListener;
import dev.makespan.spi.ContextCarrier;
import dev.makespan.spi.Engine;
import dev.makespan.spi.EngineProvider;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskInterceptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

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
 * when tasks wait and shrinks when they are gone. What they execute for a run has the context class
 * loader of the thread that started it; they inherit no {@link InheritableThreadLocal}s, for which
 * there is {@link Builder#context}. All methods may be called from any thread.
 */
public final class Runner implements AutoCloseable {
  private final Engine engine;
  private final RunnerSettings settings;
  private final boolean shared;

  private Runner(Engine engine, RunnerSettings settings, boolean shared) {
    this.engine = engine;
    this.settings = settings;
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

  /**
   * A runner with default settings on an engine of another make. Closing the runner closes the
   * engine.
   */
  public static Runner on(Engine engine) {
    return on(engine, RunnerSettings.DEFAULT);
  }

  /** The same with other settings, as far as they don't concern how the engine was made. */
  public static Runner on(Engine engine, RunnerSettings settings) {
    return new Runner(
        Objects.requireNonNull(engine, "engine"),
        Objects.requireNonNull(settings, "settings"),
        false);
  }

  /**
   * How many tasks of one run may be executed at the same time, beside the limit of its workflow; 0
   * for no other limit.
   */
  public int maxParallelism() {
    return settings.maxParallelism();
  }

  /** For the runtime: what its builder was told. */
  public RunnerSettings settings() {
    return settings;
  }

  /** For the runtime: the engine that executes the runs. */
  public Engine engine() {
    return engine;
  }

  /**
   * Refuses new runs, waits until the open ones have ended, then ends the threads. If the caller is
   * interrupted while it waits, the open runs are cancelled as by {@link #closeNow} and the
   * interrupt is kept. Closing twice does nothing more; several threads may close at the same time,
   * and each returns when all has ended.
   *
   * <p>A run that is started afterwards fails with a
   * {@link java.util.concurrent.RejectedExecutionException}, thrown by the call that would start
   * it; so does an asynchronous stage that is derived afterwards from a future of a run. The
   * outcomes and reports of the runs stay.
   *
   * <p>No thread of the runner is left, but those of methods that ignored their interrupt for
   * longer than the grace period: each is a daemon thread that ends when the method returns.
   * Closing takes some three seconds then.
   *
   * @throws IllegalStateException for the shared runner, and when called by what this runner
   *     executes, which it would wait for: a task, an expression, a dynamic, a listener, or a stage
   *     that depends on a run. A stage on another executor may close it:
   *     {@code run.whenCompleteAsync((value, thrown) -> runner.close(), other)}
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

  /**
   * Collects the settings of a runner. Not for use by several threads at once. No argument may be
   * null.
   */
  public static final class Builder {
    private int maxParallelism;
    private final Map<String, Integer> pools = new LinkedHashMap<>();
    private final List<RunListener> listeners = new ArrayList<>();
    private Recording recording = RunnerSettings.DEFAULT.recording();
    private final List<TaskInterceptor> interceptors = new ArrayList<>();
    private final List<ContextCarrier> carriers = new ArrayList<>();
    private boolean helping = RunnerSettings.DEFAULT.helping();
    private @Nullable Executor executor;

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

    /**
     * Defines a pool: of the tasks that name it, at most so many are executed at the same time in
     * all runs of this runner together. The limits of the run, the workflow and the map hold as
     * well. Default: no pools; a task that names a pool its runner doesn't have fails.
     *
     * @throws IllegalArgumentException if there are less than 1 slots, if the name is blank, or if
     *     the pool is defined already
     */
    public Builder pool(String name, int slots) {
      Objects.requireNonNull(name, "name");
      RunnerSettings.checkPool(name, slots);
      Integer before = pools.putIfAbsent(name, slots);
      if (before != null) {
        throw new IllegalArgumentException(
            "pool \"" + name + "\" is defined twice: with " + before + " slots and with " + slots);
      }
      return this;
    }

    /**
     * Adds a listener, which is told of the events of all runs. Of several, each is told in the
     * order in which they were added; a listener that is added twice is told twice. Default: none.
     */
    public Builder listener(RunListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /** Sets how much runs keep for their reports. Default: {@link Recording#DEFAULT}. */
    public Builder recording(Recording what) {
      recording = Objects.requireNonNull(what, "recording");
      return this;
    }

    /**
     * Adds what stands around each attempt of a task. Of several, the one that was added first is
     * the outermost. Default: none.
     */
    public Builder interceptor(TaskInterceptor interceptor) {
      interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
      return this;
    }

    /**
     * Adds what carries the context of the thread that starts a run to the threads that execute it.
     * Of several, the one that was added first is applied first and undone last. Default: none.
     */
    public Builder context(ContextCarrier carrier) {
      carriers.add(Objects.requireNonNull(carrier, "carrier"));
      return this;
    }

    /**
     * Sets whether a caller that waits for a run, by {@code blocking()}, {@link Makespan#join},
     * {@code join} or {@code get}, executes tasks of that run on its own thread while it waits.
     * That saves two changes of threads, which are most of what a short run takes. Default: it
     * does.
     *
     * <p>It executes tasks that haven't started and have no timeout, in a run without a deadline,
     * and only when it holds no slot itself. So a helped task may see the caller's thread, its name
     * and its thread-locals, and the caller returns only after the task that it is executing, even
     * if the run is over before. When the task is to be stopped, the caller's thread is
     * interrupted; such an interrupt never reaches the caller afterwards. One that is meant for the
     * caller is seen by the task that it executes, as in a plain call, and then by the caller,
     * unless the task has answered it.
     *
     * <p>Turn it off where the caller's thread must not execute tasks: one with a small stack, one
     * that is bound to a transaction, one of a user interface.
     */
    public Builder helping(boolean help) {
      helping = help;
      return this;
    }

    /**
     * Sets whose threads execute the runs. Default: the runner's own.
     *
     * <p>It stays the caller's: closing the runner waits for the runs, but not for the executor,
     * and doesn't close it. Timers don't run on it. How many threads it has is one more limit on
     * how many tasks are executed at the same time.
     *
     * <p>It may have few threads, or one. While a thread of it waits for a call of this runner, as
     * a dynamic does that joins, a thread of the runner's own stands in and executes what the
     * executor hasn't begun; so dynamics and runs within tasks, also those of several runners on
     * one executor, never wait for each other for want of threads. Tasks that wait for each other
     * in ways of their own, as by a latch, need as many threads; so does a caller outside any run
     * that waits on a thread of the executor.
     *
     * <p>What it executes on the thread that hands it over, as {@code Runnable::run} and
     * {@link java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy} do, is moved to a thread of
     * the runner's own: no run is executed on the thread that merely starts it.
     *
     * <p>If it rejects the first job of a run, the call that starts the run throws a
     * {@link java.util.concurrent.RejectedExecutionException} whose cause is the executor's. If it
     * rejects a later one, what was to be executed then fails with such an exception. An
     * {@link Error} of the executor takes the place of that exception. It must not drop a job in
     * silence: the run would never end. Nor must it wait, when it is full, for one of its own
     * threads: it is asked on these, too, and they would wait for each other until the run is
     * cancelled.
     */
    public Builder executor(Executor threads) {
      executor = Objects.requireNonNull(threads, "executor");
      return this;
    }

    /** A new runner with threads of its own. Close it when it is no longer needed. */
    public Runner build() {
      RunnerSettings settings = new RunnerSettings(
          maxParallelism, pools, listeners, recording, interceptors, carriers, helping, executor);
      return new Runner(EngineProvider.local().create(settings), settings, false);
    }
  }

  private static final class Shared {
    static final Runner RUNNER = new Runner(
        EngineProvider.local().create(RunnerSettings.DEFAULT), RunnerSettings.DEFAULT, true);
  }
}
