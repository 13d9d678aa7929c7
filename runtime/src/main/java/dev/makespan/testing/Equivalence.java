package dev.makespan.testing;

import dev.makespan.Makespan;
import dev.makespan.Run;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a flow does what the plain call does.
 *
 * <pre>{@code
 * Equivalence.assertSame(() -> Documents.analyze(file), () -> new DocumentsFlow().analyze(file));
 * }</pre>
 *
 * <p>Both are called once, the plain call first. Either both give a value, and the values are
 * deeply equal (see {@link DeepEquality}); or both throw, and the exceptions have the same class
 * and message, whatever their causes and suppressed exceptions are. Errors count as any other
 * exception.
 *
 * <p>For a {@link NullPointerException} the JVM makes up a message that names variables and methods
 * of the code around, which differ in generated code; it may also leave it out. Two such messages
 * count as the same, as do one and none. A message that a program wrote is compared as any other.
 *
 * <p>The caller waits for the flow. If it is interrupted, as by the time limit of a test, the flow
 * is cancelled and the interrupt kept.
 */
public final class Equivalence {
  private Equivalence() {}

  /**
   * Calls both and compares. Waits for the flow as long as it takes.
   *
   * @param plain the plain call
   * @param flow starts the flow; what it throws itself counts as the flow's exception
   * @return the plain call's value; null if it threw
   * @throws AssertionError if they differ; it says where, and has the unexpected exceptions as
   *     cause and suppressed
   */
  public static <T extends @Nullable Object> @Nullable T assertSame(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow) {
    return compare(plain, flow, Duration.ofNanos(Long.MAX_VALUE));
  }

  /**
   * As {@link #assertSame(Callable, Supplier)}, but gives the flow so much time from when it is
   * started.
   *
   * @throws AssertionError also if the flow hasn't ended by then; it is cancelled, and the message
   *     has the run's report
   */
  public static <T extends @Nullable Object> @Nullable T assertSame(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow, Duration atMost) {
    return compare(plain, flow, atMost);
  }

  private static <T extends @Nullable Object> @Nullable T compare(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow, Duration atMost) {
    Result<T> expected = Result.of(plain);
    Result<T> actual = resultOf(flow, atMost);
    if (expected.thrown == null && actual.thrown == null) {
      String difference = DeepEquality.difference(expected.value, actual.value);
      if (difference != null) {
        throw new AssertionError("the flow's result differs from the plain call's: " + difference);
      }
    } else if (!sameException(expected.thrown, actual.thrown)) {
      throw differ(expected, actual);
    }
    return expected.value;
  }

  private static <T extends @Nullable Object> Result<T> resultOf(
      Supplier<? extends CompletionStage<T>> flow, Duration atMost) {
    CompletableFuture<T> future;
    try {
      CompletionStage<T> stage = flow.get();
      if (stage == null) {
        throw new AssertionError("the flow is null, not a future");
      }
      future = stage.toCompletableFuture();
    } catch (Throwable e) {
      return new Result<>(null, e);
    }
    await(future, atMost);
    return Result.of(() -> Makespan.join(future));
  }

  /** Waits for the end, whatever it is. */
  private static void await(CompletableFuture<?> future, Duration atMost) {
    try {
      future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      String report = future instanceof Run<?> run ? "\n" + run.report() : "";
      future.cancel(true);
      throw new AssertionError("the flow hasn't ended after " + atMost + report);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the flow", e);
    } catch (Throwable e) {
      // Told by the join that follows, as the exception that it is.
    }
  }

  private static boolean sameException(@Nullable Throwable expected, @Nullable Throwable actual) {
    return expected != null
        && actual != null
        && expected.getClass() == actual.getClass()
        && (expected == actual || sameMessage(expected, actual));
  }

  private static boolean sameMessage(Throwable expected, Throwable actual) {
    try {
      return Objects.equals(expected.getMessage(), actual.getMessage())
          || (NullMessage.mayBeMadeUp(expected) && NullMessage.mayBeMadeUp(actual));
    } catch (RuntimeException | StackOverflowError withoutMessage) {
      return false;
    }
  }

  private static AssertionError differ(Result<?> expected, Result<?> actual) {
    AssertionError error =
        new AssertionError("the plain call " + expected + ", the flow " + actual, actual.thrown);
    if (expected.thrown != null && expected.thrown != actual.thrown) {
      error.addSuppressed(expected.thrown);
    }
    return error;
  }

  private record Result<T extends @Nullable Object>(
      @Nullable T value, @Nullable Throwable thrown) {
    static <T extends @Nullable Object> Result<T> of(Callable<T> call) {
      try {
        return new Result<>(call.call(), null);
      } catch (Throwable e) {
        return new Result<>(null, e);
      }
    }

    @Override
    public String toString() {
      return thrown == null ? "gave " + ValueText.of(value) : "threw " + ValueText.of(thrown);
    }
  }
}
