package dev.makespan.processor.reference;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands for the test kit's class in golden cases: it compares alike, and keeps the logs. */
public final class Equivalence {
  private Equivalence() {}

  /** As in the test kit. */
  public static <T extends @Nullable Object> @Nullable T assertSame(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow) {
    return Session.compared(plain, flow, dev.makespan.testing.Equivalence::assertSame);
  }

  /** As in the test kit. */
  public static <T extends @Nullable Object> @Nullable T assertSame(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow, Duration atMost) {
    return Session.compared(
        plain,
        flow,
        (one, other) -> dev.makespan.testing.Equivalence.assertSame(one, other, atMost));
  }
}
