package dev.makespan;

/**
 * A call that gives nothing and may throw checked exceptions.
 *
 * @param <X> what it throws
 */
@FunctionalInterface
public interface ThrowingRunnable<X extends Throwable> {
  void run() throws X;
}
