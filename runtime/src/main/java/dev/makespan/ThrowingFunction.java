package dev.makespan;

/**
 * A function that may throw a checked exception.
 *
 * @param <T> the type of its argument
 * @param <R> the type of its result
 * @param <X> what it throws; inferred as {@link RuntimeException} if it throws nothing checked
 */
@FunctionalInterface
public interface ThrowingFunction<T, R, X extends Throwable> {
  R apply(T argument) throws X;
}
