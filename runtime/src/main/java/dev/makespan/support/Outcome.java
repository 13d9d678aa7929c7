package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * How something ended: with a value, with a failure, or stopped with neither.
 *
 * @param value the value; null without one
 * @param failure what failed; a stopped part may have failed as well
 * @param stopped whether it was stopped before it had an outcome of its own
 * @param path the longest chain of executions that led to this end; null for an empty one
 */
record Outcome(
    @Nullable Object value,
    @Nullable Failure failure,
    boolean stopped,
    @Nullable PathLink path) {
  boolean isValue() {
    return failure == null && !stopped;
  }
}
