package dev.makespan.support;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.spi.Engine;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How a flow's twins execute their calls: in a run of their own, in the run of the dynamic that
 * they are called in, or at once.
 *
 * <p>Immutable; may be used on any thread.
 */
public final class Caller {
  /** How many tasks run at the same time in a run whose root isn't a workflow. */
  private static final int DEFAULT_PARALLELISM = 25;

  private static final Caller SHARED = new Caller(Mode.OWN_RUN, null, null);
  private static final Caller SEQUENTIAL = new Caller(Mode.SEQUENTIAL, null, null);

  private enum Mode {
    OWN_RUN,
    JOINED,
    SEQUENTIAL
  }

  private final Mode mode;
  private final @Nullable Runner runner;
  private final @Nullable Context joined;

  private Caller(Mode mode, @Nullable Runner runner, @Nullable Context joined) {
    this.mode = mode;
    this.runner = runner;
    this.joined = joined;
  }

  /** Each call starts a run on the shared runner. */
  public static Caller shared() {
    return SHARED;
  }

  /** Each call starts a run on this runner. */
  public static Caller on(Runner runner) {
    return new Caller(Mode.OWN_RUN, java.util.Objects.requireNonNull(runner, "runner"), null);
  }

  /**
   * In a dynamic's body: each call joins its run. In a task or a pure expression: each call starts
   * a run of its own, which is cancelled with the task. Elsewhere: each call runs at once, on the
   * thread that makes it.
   */
  public static Caller current() {
    Context context = Context.current();
    return context == null ? SEQUENTIAL : new Caller(Mode.JOINED, null, context);
  }

  /** Calls a task. */
  public <R extends @Nullable Object> CompletableFuture<R> call(
      TaskDef<R> def, @Nullable Object... in) {
    return run(def, in);
  }

  /** Calls a method of any kind. */
  public <R extends @Nullable Object> Run<R> run(TaskDef<R> def, @Nullable Object... in) {
    if (mode == Mode.SEQUENTIAL) {
      return atOnce(def, () -> def.body().invoke(def.number(), in));
    }
    return start(
        def,
        Step.kindOf(def),
        false,
        (info, scope, site, before, run, isRoot) -> isRoot
            ? Parts.root(info, scope, site, null, before, run, def, in)
            : Parts.call(info, scope, site, null, before, run, def, in));
  }

  /**
   * Calls a method of any kind and waits for the result, for the twins with plain signatures.
   *
   * <p>While it waits, the calling thread executes tasks of the run itself, as far as it may; then
   * an interrupt reaches the task, as in a plain call. An interrupt while it only waits cancels the
   * run, and is kept. Throws the task's own exception, also a checked one.
   *
   * @throws CancellationException if the run was cancelled
   */
  public <R extends @Nullable Object> R await(TaskDef<R> def, @Nullable Object... in) {
    if (mode == Mode.SEQUENTIAL) {
      return join(run(def, in));
    }
    return result(start(
        def,
        Step.kindOf(def),
        true,
        (info, scope, site, before, run, isRoot) -> isRoot
            ? Parts.root(info, scope, site, null, before, run, def, in)
            : Parts.call(info, scope, site, null, before, run, def, in)));
  }

  /** Calls a map task for each element and waits for the results; see {@link #await}. */
  public <R extends @Nullable Object> List<R> awaitMap(
      TaskDef<R> def, @Nullable Object list, @Nullable Object... in) {
    if (mode == Mode.SEQUENTIAL) {
      return join(map(def, list, in));
    }
    return result(this.<List<R>>start(
        def,
        RunGraph.Kind.MAP,
        true,
        (info, scope, site, before, run, isRoot) -> MapFrame.ofCall(
            info, scope, site, null, before, run, def, () -> MapPolicy.ALL, list, in)));
  }

  private static <R extends @Nullable Object> R result(LiveRun<R> run) {
    return run.hasValue() ? run.join() : join(run);
  }

  /** Calls a map task for each element; {@link Body#ELEMENT} stands where the element goes. */
  public <R extends @Nullable Object> CompletableFuture<List<R>> map(
      TaskDef<R> def, @Nullable Object list, @Nullable Object... in) {
    if (mode == Mode.SEQUENTIAL) {
      return atOnce(def, () -> mapAtOnce(def, list, in));
    }
    return start(
        def,
        RunGraph.Kind.MAP,
        false,
        (info, scope, site, before, run, isRoot) -> MapFrame.ofCall(
            info, scope, site, null, before, run, def, () -> MapPolicy.ALL, list, in));
  }

  /**
   * Waits for a twin's future, for the twins with plain signatures.
   *
   * <p>Throws the task's own exception, also a checked one. If the waiting thread is interrupted,
   * the future is cancelled and the interrupt kept.
   *
   * @throws CancellationException if the future was cancelled
   */
  public static <R extends @Nullable Object> R join(CompletionStage<R> stage) {
    CompletableFuture<R> future = stage.toCompletableFuture();
    try {
      future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
    } catch (ExecutionException | CancellationException e) {
      // Told by the call below, as the exception that it is.
    }
    return Makespan.join(future);
  }

  // Runs.

  private interface Starter {
    Part make(
        RunInfo info,
        RunScope scope,
        CallSite site,
        @Nullable PathLink before,
        LiveRun<?> run,
        boolean isRoot);
  }

  private <R extends @Nullable Object> LiveRun<R> start(
      TaskDef<?> def, RunGraph.Kind kind, boolean waits, Starter starter) {
    StackProbe.check();
    Context context = mode == Mode.JOINED ? joined : Context.current();
    if (mode == Mode.JOINED && context != null && context.dynamic() != null) {
      return context
          .dynamic()
          .call(
              def,
              kind,
              (info, scope, site, before, run) ->
                  starter.make(info, scope, site, before, run, false));
    }
    if (mode == Mode.OWN_RUN && context != null && context.dynamic() != null) {
      throw new IllegalStateException(
          "inside the dynamic " + context.dynamic().title() + " a flow must join its run: use "
              + flowName(def) + ".current() instead of a constructor");
    }
    Engine engine;
    RunnerSettings settings;
    if (mode == Mode.JOINED && context != null) {
      engine = context.call().run().engine();
      settings = context.call().run().settings();
    } else {
      Runner used = runner == null ? Runner.shared() : runner;
      engine = used.engine();
      settings = used.settings();
    }
    return open(engine, settings, def, kind, waits, context, starter);
  }

  private static <R extends @Nullable Object> LiveRun<R> open(
      Engine engine,
      RunnerSettings settings,
      TaskDef<?> def,
      RunGraph.Kind kind,
      boolean waits,
      @Nullable Context adopter,
      Starter starter) {
    Surroundings surroundings = Surroundings.capture(settings);
    RootOwner owner = new RootOwner();
    int own = def.kind() == NodeKind.WORKFLOW ? def.maxParallelism() : DEFAULT_PARALLELISM;
    RunScope scope =
        engine.open(def.title(), smaller(settings.maxParallelism(), own), owner::close);
    Observer observer = null;
    try {
      owner.opened(scope);
      CallSite site = CallSite.root(def, kind);
      RunInfo info = new RunInfo(engine, settings, surroundings, scope, site);
      observer = info.observer();
      LiveRun<R> run = new LiveRun<>(info, owner, owner, site);
      Part part = starter.make(info, scope, site, null, run, true);
      run.begin(part);
      // What a body or a map begins with must not run on the thread that only starts it.
      info.root(run);
      if (observer != null) {
        observer.runStarted();
      }
      if (!settings.helping()) {
        scope.refuseHelp();
      }
      owner.owns(run);
      if (adopter != null) {
        adopter.call().adopt(run);
      }
      Runnable start = () -> info.guarded(part::start);
      if (waits) {
        scope.help(start, run);
      } else {
        scope.later(start);
      }
      return run;
    } catch (Throwable thrown) {
      scope.end();
      if (observer != null) {
        observer.runEnded(RunReport.Outcome.FAILED, thrown, scope.nanoTime());
      }
      throw thrown;
    }
  }

  /** The smaller one of two limits, where 0 is none. */
  private static int smaller(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private static String flowName(TaskDef<?> def) {
    return def.body().getClass().getNestHost().getSimpleName();
  }

  // Calls outside any run.

  private interface PlainCall {
    @Nullable Object call() throws Throwable;
  }

  @SuppressWarnings("unchecked")
  private static <R extends @Nullable Object> Run<R> atOnce(TaskDef<?> def, PlainCall call) {
    Object value;
    try {
      value = call.call();
    } catch (Throwable thrown) {
      return new SequentialRun<>(def, null, thrown);
    }
    return new SequentialRun<>(def, (R) value, null);
  }

  private static @Nullable Object mapAtOnce(
      TaskDef<?> def, @Nullable Object list, @Nullable Object[] in) throws Throwable {
    List<@Nullable Object> results = new ArrayList<>();
    for (Object element : (Collection<?>) java.util.Objects.requireNonNull(list, "elements")) {
      results.add(def.body().invoke(def.number(), withElement(in, element)));
    }
    return Collections.unmodifiableList(results);
  }

  /** The arguments for one element. */
  private static @Nullable Object[] withElement(@Nullable Object[] in, @Nullable Object element) {
    @Nullable Object[] values = in.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Body.ELEMENT) {
        values[i] = element;
      }
    }
    return values;
  }
}
