package dev.makespan.processor.reference;

import dev.makespan.Run;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.spi.FlowFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a twin returns when the interpreter has run it: the API's future, which has ended. */
final class EndedRun<R extends @Nullable Object> extends Run<R> {
  private final String name;

  // NullAway: a value is null only where R is nullable.
  @SuppressWarnings({"unchecked", "NullAway"})
  EndedRun(FlowFuture.Host host, String name, Outcome outcome) {
    super(host);
    this.name = name;
    if (outcome instanceof Outcome.Value value) {
      finish((R) value.value(), null);
    } else if (outcome instanceof Outcome.Thrown failure) {
      finish(null, failure.thrown());
    } else {
      throw new AssertionError(name + " ended as " + outcome);
    }
  }

  @Override
  protected void stop() {}

  @Override
  public Executor defaultExecutor() {
    return Runnable::run;
  }

  @Override
  public String id() {
    return name + "-interpreted";
  }

  @Override
  public CompletionStage<Void> ended() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public RunGraph graph() {
    throw new IllegalStateException("the interpreter records nothing");
  }

  @Override
  public RunReport report() {
    throw new IllegalStateException("the interpreter records nothing");
  }
}
