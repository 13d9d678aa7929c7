package dev.makespan.processor.reference;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a step, an element or a call has ended. */
sealed interface Outcome {
  /** The same with what becomes of a value. */
  default Outcome map(UnaryOperator<@Nullable Object> result) {
    return this instanceof Value value ? new Value(result.apply(value.value())) : this;
  }

  /** With a value; null also for what gives none. */
  record Value(@Nullable Object value) implements Outcome {}

  /** With an exception. */
  record Thrown(Throwable thrown) implements Outcome {}

  /** Not at all: it stands in a branch that wasn't taken, or below an early return that was. */
  record Skipped() implements Outcome {}

  /** Not at all, or not to its end: something written above it has failed. */
  record Dropped() implements Outcome {}
}
