package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/** What a map of void calls does with one element, where that is more than one call. */
@FunctionalInterface
public interface EachVoid<E extends @Nullable Object> {
  /** Adds the steps for the element to a body of its own. */
  void wire(Body run, E element) throws Throwable;
}
