package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/** What a map does with one element, where that is more than one call. */
@FunctionalInterface
public interface Each<E extends @Nullable Object, R extends @Nullable Object> {
  /**
   * Adds the steps for the element to a body of its own and returns the step whose value is the
   * result.
   */
  Step<R> wire(Body run, E element) throws Throwable;
}
