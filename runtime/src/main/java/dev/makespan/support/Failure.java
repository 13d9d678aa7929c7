package dev.makespan.support;

import dev.makespan.spi.Failures;
import dev.makespan.spi.TaskDef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exception on its way through the levels of a run.
 *
 * <p>Its stack trace is written as the sequential call would have left it: below the frames of the
 * task stand, instead of those of the engine, one frame for each workflow that it passes. An
 * exception has one stack trace only, so who comes first owns it. When the same instance was thrown
 * before, or doesn't let its trace be written, a {@link WorkflowTrace} that is suppressed in it
 * carries the levels.
 *
 * <p>Exceptions are the user's objects: nothing that a subclass may override is called under a lock
 * or trusted not to throw.
 */
final class Failure {
  /** How many exceptions of those that belong to one are cut. */
  private static final int MOST_CUT = 100;

  private final Throwable thrown;
  private final TraceWriter trace;

  Failure(Throwable thrown) {
    this.thrown = thrown;
    this.trace = new TraceWriter(thrown);
  }

  /** What a null fails with where Java would unbox it. */
  static Failure ofNull(String what, Level level) {
    NullPointerException thrown = new NullPointerException(what + " is null");
    // It is made where nothing of the user's is called.
    thrown.setStackTrace(new StackTraceElement[0]);
    Failure failure = new Failure(thrown);
    failure.passes(level);
    return failure;
  }

  /** The exception itself, as the user's code threw it. */
  Throwable thrown() {
    return thrown;
  }

  /**
   * Cuts off what lies below the user's code, also from the causes and the suppressed exceptions.
   *
   * @param caller the class whose frames stand between the engine's and the user's
   */
  void cutBelow(Class<?> caller) {
    // They are the user's objects: they may be many, and lead back to each other.
    Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
    ArrayDeque<Throwable> open = new ArrayDeque<>();
    found.add(thrown);
    open.add(thrown);
    for (Throwable next = open.poll(); next != null; next = open.poll()) {
      TraceWriter.cutBelow(next, caller.getName());
      for (Throwable part : partsOf(next)) {
        if (found.size() < MOST_CUT && found.add(part)) {
          open.add(part);
        }
      }
    }
  }

  private static List<Throwable> partsOf(Throwable thrown) {
    List<Throwable> parts = new ArrayList<>(0);
    Throwable cause = Failures.causeOf(thrown);
    if (cause != null) {
      parts.add(cause);
    }
    for (Throwable kept : thrown.getSuppressed()) {
      if (!(kept instanceof WorkflowTrace)) {
        parts.add(kept);
      }
    }
    return parts;
  }

  /** Adds the level that called what failed. Does nothing for null, and when it was added last. */
  void passes(@Nullable Level level) {
    if (level != null) {
      trace.add(level.frame());
    }
  }

  /** Whether a frame of the method itself is in the trace already. */
  boolean names(TaskDef<?> def) {
    return trace.names(def.body().owner().getName(), def.method());
  }

  /** The first one of several, in which the others are suppressed; null of none. */
  static @Nullable Failure first(List<Failure> failures) {
    if (failures.isEmpty()) {
      return null;
    }
    Failure first = failures.get(0);
    List<Throwable> others = new ArrayList<>(0);
    for (Failure other : failures.subList(1, failures.size())) {
      others.add(other.thrown);
    }
    Failures.suppress(first.thrown, others);
    return first;
  }

  /** Whether the exception only says that its thread was interrupted or its work cancelled. */
  boolean isInterruption() {
    return Failures.isInterruption(thrown);
  }
}
