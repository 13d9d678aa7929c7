package dev.makespan.processor.reference;

import dev.makespan.Makespan;
import dev.makespan.processor.model.NodeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Rule 9: an asynchronous task has ended when its stage is complete, and its value is a future that
 * is; if the stage fails, the task has failed.
 */
final class Stages {
  private Stages() {}

  /** How a call ends whose method has returned a stage, for which this waits. */
  static Outcome ended(NodeRef node, Outcome returned) {
    if (!(returned instanceof Outcome.Value value)) {
      return returned;
    }
    if (value.value() == null) {
      return new Outcome.Thrown(new NullPointerException(node.name() + " returned null"));
    }
    try {
      return new Outcome.Value(
          CompletableFuture.completedFuture(Makespan.join((CompletionStage<?>) value.value())));
    } catch (Throwable thrown) {
      return new Outcome.Thrown(thrown);
    }
  }

  /** What the twin's future has: not a future. */
  static @Nullable Object completed(@Nullable Object future) {
    return ((CompletableFuture<?>) Objects.requireNonNull(future)).join();
  }

  static @Nullable Object allCompleted(@Nullable Object futures) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object future : (List<?>) Objects.requireNonNull(futures)) {
      values.add(completed(future));
    }
    return Collections.unmodifiableList(values);
  }
}
