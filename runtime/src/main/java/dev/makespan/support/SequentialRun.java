package dev.makespan.support;

import dev.makespan.Run;
import dev.makespan.event.Executions;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The completed run that a call gives which ran at once, outside any run. It recorded nothing but
 * what was called.
 */
final class SequentialRun<R extends @Nullable Object> extends Run<R> {
  private final TaskDef<?> def;

  /** What has ended so. Gives a {@code Run}, so that who asks needn't load this class before. */
  static <R extends @Nullable Object> Run<R> of(
      TaskDef<?> def, @Nullable R value, @Nullable Throwable thrown) {
    return new SequentialRun<>(def, value, thrown);
  }

  private SequentialRun(TaskDef<?> def, @Nullable R value, @Nullable Throwable thrown) {
    super(NoHost.INSTANCE);
    this.def = def;
    finish(value, thrown);
  }

  @Override
  protected void stop() {}

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  @Override
  public Executor defaultExecutor() {
    return Runnable::run;
  }

  @Override
  public String id() {
    return def.title() + "-sequential";
  }

  @Override
  public CompletionStage<Void> ended() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public RunGraph graph() {
    return new RunGraph(
        List.of(CallSite.root(def, Step.kindOf(def)).all().get(0).node()), List.of());
  }

  @Override
  public RunReport report() {
    RunReport.Outcome outcome =
        failure() == null ? RunReport.Outcome.SUCCEEDED : RunReport.Outcome.FAILED;
    return new RunReport(
        id(), outcome, Duration.ZERO, Duration.ZERO, 0, List.of(), List.of(), 0, Executions.NONE);
  }

  private enum NoHost implements FlowFuture.Host {
    INSTANCE;

    @Override
    public RunScope scope() {
      throw new IllegalStateException("a call outside a run has no scope");
    }

    @Override
    public void derived(FlowFuture<?> stage) {}

    @Override
    public void joined(FlowFuture<?> future) {}
  }
}
