package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/** A pure expression of a workflow's body. */
@FunctionalInterface
public interface Expression<R extends @Nullable Object> {
  R eval() throws Throwable;
}
