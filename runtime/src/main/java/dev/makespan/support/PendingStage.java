package dev.makespan.support;

import dev.makespan.spi.TaskCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The stage that an asynchronous task has returned. It is the user's object, of whatever class: its
 * methods may throw, and it may complete more than once, of which the first time counts.
 */
final class PendingStage implements TaskCall.Pending<@Nullable Object> {
  private final CompletionStage<?> stage;

  /** Who is to be told; null when that is done. The stage may live longer than the run. */
  private final AtomicReference<TaskCall.@Nullable End<@Nullable Object>> waiting =
      new AtomicReference<>();

  static TaskCall.Pending<@Nullable Object> of(CompletionStage<?> stage) {
    return new PendingStage(stage);
  }

  private PendingStage(CompletionStage<?> stage) {
    this.stage = stage;
  }

  @Override
  public void whenOver(TaskCall.End<@Nullable Object> whom) {
    waiting.set(whom);
    CompletionStage<?> unused = stage.whenComplete((value, thrown) -> {
      TaskCall.End<@Nullable Object> end = waiting.getAndSet(null);
      if (end == null) {
        return;
      }
      if (thrown == null) {
        end.over(completed(value), null);
      } else {
        end.over(null, unwrapped(thrown));
      }
    });
  }

  /** The value of the call: a future that is complete, so that who joins it never waits. */
  private CompletableFuture<?> completed(@Nullable Object value) {
    if (stage instanceof CompletableFuture<?> future) {
      try {
        if (future.isDone()) {
          return future;
        }
      } catch (RuntimeException | Error odd) {
        // Thrown here it would be lost in the stage, and the call would never end.
      }
    }
    return CompletableFuture.completedFuture(value);
  }

  @Override
  public void forget() {
    waiting.set(null);
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable own = thrown;
    while (own instanceof CompletionException && own.getCause() != null) {
      own = own.getCause();
    }
    return own;
  }

  @Override
  public void cancel() {
    try {
      boolean unused = stage.toCompletableFuture().cancel(true);
    } catch (RuntimeException | Error odd) {
      // It can't be cancelled; the grace period ends the wait for it.
    }
  }
}
