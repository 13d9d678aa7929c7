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

  private static final Caller SHARED = new Caller(false, null, null, false);
  private static final Caller SEQUENTIAL = new Caller(true, null, null, false);

  /** Whether each call runs at once, outside any run. */
  private final boolean atOnce;

  /** What a run of its own starts on; null for the shared runner. */
  private final @Nullable Runner runner;

  /** What the calls join; null if each starts a run of its own, or runs at once. */
  private final @Nullable Context joined;

  /** Whether who calls waits for the result at once. */
  private final boolean waits;

  private Caller(boolean atOnce, @Nullable Runner runner, @Nullable Context joined, boolean waits) {
    this.waits = waits;
    this.atOnce = atOnce;
    this.runner = runner;
    this.joined = joined;
  }

  /** Each call starts a run on the shared runner. */
  public static Caller shared() {
    return SHARED;
  }

  /** Each call starts a run on this runner. */
  public static Caller on(Runner runner) {
    return new Caller(false, java.util.Objects.requireNonNull(runner, "runner"), null, false);
  }

  /**
   * In a dynamic's body: each call joins its run. In a task or a pure expression: each call starts
   * a run of its own, which is cancelled with the task. Elsewhere: each call runs at once, on the
   * thread that makes it.
   */
  public static Caller current() {
    Context context = Context.current();
    return context == null ? SEQUENTIAL : new Caller(false, null, context, false);
  }

  /**
   * The same for a thread that waits for each call at once: it executes tasks of the run meanwhile,
   * as far as it may.
   */
  public Caller waiting() {
    return waits ? this : new Caller(atOnce, runner, joined, true);
  }

  /** Calls a task. */
  public <R extends @Nullable Object> CompletableFuture<R> call(
      TaskDef<R> def, @Nullable Object... in) {
    return run(def, in);
  }

  /** Calls a method of any kind. */
  public <R extends @Nullable Object> Run<R> run(TaskDef<R> def, @Nullable Object... in) {
    if (atOnce) {
      return atOnce(def, () -> def.body().invoke(def.number(), in));
    }
    DynamicFrame dynamic = joined == null ? null : joined.dynamic();
    if (dynamic != null) {
      dynamic.probe();
      return dynamic.call(def, in);
    }
    return start(def, Step.kindOf(def), new MethodCall(def, in));
  }

  /** Calls a map task for each element; {@link Body#ELEMENT} stands where the element goes. */
  public <R extends @Nullable Object> CompletableFuture<List<R>> map(
      TaskDef<R> def, @Nullable Object list, @Nullable Object... in) {
    if (atOnce) {
      return atOnce(def, () -> mapAtOnce(def, list, in));
    }
    return start(
        def,
        RunGraph.Kind.MAP,
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
    if (future instanceof LiveRun<R> run && run.hasValue()) {
      return run.join();
    }
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

  /** Makes the part that computes a run. */
  private interface Starter {
    Part make(
        RunInfo info,
        RunScope scope,
        CallSite site,
        @Nullable PathLink before,
        LiveRun<?> run,
        boolean isRoot);
  }

  // Classes rather than lambdas on the way of every run: a JVM's first ones take it milliseconds.

  /** The call of a method of any kind. */
  private static final class MethodCall implements Starter {
    private final TaskDef<?> def;
    private final @Nullable Object[] in;

    MethodCall(TaskDef<?> def, @Nullable Object[] in) {
      this.def = def;
      this.in = in;
    }

    @Override
    public Part make(
        RunInfo info,
        RunScope scope,
        CallSite site,
        @Nullable PathLink before,
        LiveRun<?> run,
        boolean isRoot) {
      return isRoot
          ? Parts.root(info, scope, site, null, before, run, def, in)
          : Parts.call(info, scope, site, null, before, run, def, in);
    }
  }

  /** The first job of a run. */
  private record Start(RunInfo info, Part part) implements Runnable {
    @Override
    public void run() {
      try {
        part.start();
      } catch (Throwable thrown) {
        info.giveUp(thrown);
      }
    }
  }

  private <R extends @Nullable Object> LiveRun<R> start(
      TaskDef<?> def, RunGraph.Kind kind, Starter starter) {
    Context context = joined == null ? Context.current() : joined;
    if (joined != null && joined.dynamic() != null) {
      joined.dynamic().probe();
      return joined
          .dynamic()
          .call(
              def,
              kind,
              (info, scope, site, before, run) ->
                  starter.make(info, scope, site, before, run, false));
    }
    StackProbe.check();
    if (joined == null && context != null && context.dynamic() != null) {
      throw new IllegalStateException(
          "inside the dynamic " + context.dynamic().title() + " a flow must join its run: use "
              + flowName(def) + ".current() instead of a constructor");
    }
    Engine engine;
    RunnerSettings settings;
    if (joined != null) {
      engine = joined.call().run().engine();
      settings = joined.call().run().settings();
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
    Surroundings surroundings = settings.surrounds() ? Surroundings.capture(settings) : null;
    RootOwner owner = new RootOwner();
    int own = def.kind() == NodeKind.WORKFLOW ? def.maxParallelism() : DEFAULT_PARALLELISM;
    RunScope scope = engine.open(def.title(), smaller(settings.maxParallelism(), own), owner);
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
      Runnable start = new Start(info, part);
      if (waits) {
        scope.help(start, run);
      } else {
        scope.begin(start);
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
      return SequentialRun.of(def, null, thrown);
    }
    return SequentialRun.of(def, (R) value, null);
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

  // Asynchronous tasks.

  /** Calls an asynchronous task: the future completes with what the task's stage completes with. */
  public <R extends @Nullable Object> CompletableFuture<R> callAsync(
      TaskDef<? extends CompletionStage<? extends R>> def, @Nullable Object... in) {
    if (atOnce) {
      return atOnce(def, () -> StageEnding.joined(def.body().invoke(def.number(), in), def));
    }
    return start(def, Step.kindOf(def), (info, scope, site, before, run, isRoot) -> {
      Ending ending = StageEnding.ofOne(run);
      return isRoot
          ? Parts.root(info, scope, site, null, before, ending, def, in)
          : Parts.call(info, scope, site, null, before, ending, def, in);
    });
  }

  /** Calls an asynchronous map task for each element, as {@link #map} does. */
  public <R extends @Nullable Object> CompletableFuture<List<R>> mapAsync(
      TaskDef<? extends CompletionStage<? extends R>> def,
      @Nullable Object list,
      @Nullable Object... in) {
    if (atOnce) {
      return atOnce(def, () -> {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object stage : (List<?>) java.util.Objects.requireNonNull(mapAtOnce(def, list, in))) {
          values.add(StageEnding.joined(stage, def));
        }
        return Collections.unmodifiableList(values);
      });
    }
    return start(
        def,
        RunGraph.Kind.MAP,
        (info, scope, site, before, run, isRoot) -> MapFrame.ofCall(
            info,
            scope,
            site,
            null,
            before,
            StageEnding.ofAll(run),
            def,
            () -> MapPolicy.ALL,
            list,
            in));
  }

  /**
   * Waits for the twin of an asynchronous task, for the twin with its plain signature.
   *
   * @return a stage that is complete and like the plain call's: where the task failed, it has
   */
  public static <R extends @Nullable Object> CompletableFuture<R> joinStage(
      CompletionStage<R> twin) {
    try {
      return CompletableFuture.completedFuture(join(twin));
    } catch (Throwable thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  /**
   * The same for an asynchronous map task.
   *
   * @param <S> the type of stages that the task returns; a {@link CompletableFuture} must be one
   * @throws CancellationException if the future was cancelled
   */
  @SuppressWarnings("unchecked")
  public static <S extends CompletionStage<?>> List<S> joinStages(
      CompletionStage<? extends List<?>> twin) {
    List<S> stages = new ArrayList<>();
    for (Object value : Caller.<List<?>>join((CompletionStage<List<?>>) twin)) {
      stages.add((S) CompletableFuture.completedFuture(value));
    }
    return Collections.unmodifiableList(stages);
  }
}
