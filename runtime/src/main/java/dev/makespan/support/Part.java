package dev.makespan.support;

import dev.makespan.spi.TaskCall;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a body started and waits for: a call of the user's code, or a body of its own. */
interface Part {
  /** Begins. Called once. Its {@link Ending} is told of the end, maybe before this returns. */
  void start();

  /** The engine's call that it begins with; null if there is none, or none any more. */
  default @Nullable TaskCall<?> first() {
    return null;
  }

  /**
   * Notes that it is to end early: it starts nothing more, and the user's code that runs for itself
   * is interrupted. May come before {@link #start}, and more than once.
   *
   * @return the parts in it that are under way, which are to be stopped as well
   */
  List<Part> stopping();

  /**
   * Stops parts and all that is in them, before it returns: on this thread, and without nesting as
   * deep as they do. Goes on when one of them throws.
   */
  static void stop(Collection<? extends Part> parts) {
    Deque<Part> open = new ArrayDeque<>(parts);
    Throwable failure = null;
    for (Part part = open.poll(); part != null; part = open.poll()) {
      try {
        open.addAll(part.stopping());
      } catch (RuntimeException | Error thrown) {
        failure = first(failure, thrown);
      }
    }
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static Throwable first(@Nullable Throwable first, Throwable other) {
    if (first == null) {
      return other;
    }
    if (first != other) {
      first.addSuppressed(other);
    }
    return first;
  }
}
