package dev.makespan.support;

import dev.makespan.spi.Policy;
import org.jspecify.annotations.Nullable;

/** Code that the user wrote, as a {@link UserCall} executes it. */
interface UserCode {
  /** Runs it, on the thread that executes the call. */
  @Nullable Object run(UserCall call) throws Throwable;

  /** Whether it takes a slot. */
  boolean isTask();

  /** Whether its time counts; a dynamic's body mostly waits. */
  default boolean isMeasured() {
    return true;
  }

  /** The settings of its attempts. */
  default Policy policy() {
    return Policy.DEFAULT;
  }

  /** How long it took lately; null if nobody knows. */
  default @Nullable Pace pace() {
    return null;
  }

  /** The class and the method that is executed, for errors. */
  String title();

  /** The name that reports show. */
  String name();

  /** Where it is declared, as the stack trace of a failure that has none of its own. */
  default StackTraceElement[] declaration() {
    return new StackTraceElement[0];
  }

  /** The generated class whose frames lead to the user's code. */
  Class<?> generated();
}
