package dev.makespan;

import org.jspecify.annotations.Nullable;

/**
 * What is done with each element where nothing comes of it; may throw checked exceptions.
 *
 * @param <T> the type of the elements
 * @param <X> what it throws
 */
@FunctionalInterface
public interface ThrowingConsumer<T extends @Nullable Object, X extends Throwable> {
  void accept(T element) throws X;
}
