package dev.makespan.testing;

import dev.makespan.Makespan;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
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
 * and message. Two messages that the JVM made up for a {@link NullPointerException} count as the
 * same, since they name variables, which differ in generated code.
 */
public final class Equivalence {
  private Equivalence() {}

  /**
   * Calls both and compares.
   *
   * @param plain the plain call
   * @param flow starts the flow; what it throws itself counts as the flow's exception
   * @return the plain call's value; null if it threw
   * @throws AssertionError if they differ; it says where, and has the unexpected exceptions as
   *     cause and suppressed
   */
  public static <T extends @Nullable Object> @Nullable T assertSame(
      Callable<T> plain, Supplier<? extends CompletionStage<T>> flow) {
    Result<T> expected = Result.of(plain);
    Result<T> actual = Result.of(() -> Makespan.join(flow.get()));
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

  private static boolean sameException(@Nullable Throwable expected, @Nullable Throwable actual) {
    return expected != null
        && actual != null
        && expected.getClass() == actual.getClass()
        && (Objects.equals(expected.getMessage(), actual.getMessage())
            || (isMadeUp(expected) && isMadeUp(actual)));
  }

  /** Whether the JVM wrote the message, as described by JEP 358. */
  private static boolean isMadeUp(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown instanceof NullPointerException
        && (message == null
            || message.startsWith("Cannot ")
            || message.startsWith("null for a parameter"));
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
      return thrown == null ? "gave " + value : "threw " + thrown;
    }
  }
}
