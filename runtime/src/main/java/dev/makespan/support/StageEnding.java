package dev.makespan.support;

import dev.makespan.spi.TaskDef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for the end of a call whose value is a stage, or a list of them, and hands on what they
 * completed with. When such a call has ended its stages are complete.
 */
final class StageEnding implements Ending {
  private final Ending ending;
  private final boolean isList;

  private StageEnding(Ending ending, boolean isList) {
    this.ending = ending;
    this.isList = isList;
  }

  /** Of one call. */
  static Ending ofOne(Ending ending) {
    return new StageEnding(ending, false);
  }

  /** Of a map. */
  static Ending ofAll(Ending ending) {
    return new StageEnding(ending, true);
  }

  @Override
  public void failing(Failure failure) {
    ending.failing(failure);
  }

  @Override
  public void ended(Outcome outcome) {
    ending.ended(
        outcome.isValue()
            ? new Outcome(valueOf(outcome.value()), null, false, outcome.path())
            : outcome);
  }

  @Override
  public Ending outer() {
    return ending;
  }

  @Override
  public int depth() {
    return ending.depth();
  }

  private @Nullable Object valueOf(@Nullable Object value) {
    if (!isList) {
      return completed(value);
    }
    List<?> stages = (List<?>) Objects.requireNonNull(value);
    List<@Nullable Object> values = new ArrayList<>(stages.size());
    for (Object stage : stages) {
      values.add(completed(stage));
    }
    return Collections.unmodifiableList(values);
  }

  private static @Nullable Object completed(@Nullable Object stage) {
    CompletionStage<?> given = (CompletionStage<?>) Objects.requireNonNull(stage);
    return given.toCompletableFuture().join();
  }

  /** Waits for the stage of a call outside any run, and throws what it failed with. */
  static @Nullable Object joined(@Nullable Object stage, TaskDef<?> def) {
    if (stage == null) {
      throw new NullPointerException("task " + def + " returned null for its stage");
    }
    return Caller.join((CompletionStage<?>) stage);
  }
}
