package dev.makespan.support;

import dev.makespan.spi.RunScope;
import org.jspecify.annotations.Nullable;

/**
 * What the current thread executes for a run.
 *
 * @param call what executes the user's code
 * @param dynamic the dynamic whose body it is; null in a task or a pure expression
 */
record Context(Adopter call, @Nullable DynamicFrame dynamic) {
  private static final ThreadLocal<@Nullable Context> CURRENT = new ThreadLocal<>();

  /** The innermost one; null on a thread that belongs to no run. */
  static @Nullable Context current() {
    return CURRENT.get();
  }

  /** Makes this the current one and returns the one before. */
  @Nullable Context enter() {
    Context before = CURRENT.get();
    CURRENT.set(this);
    return before;
  }

  /** Leaves the current one, for code that doesn't belong to it; returns it, to go back. */
  static @Nullable Context suspend() {
    Context before = CURRENT.get();
    if (before != null) {
      CURRENT.remove();
    }
    return before;
  }

  /**
   * Runs stages that depend on a future of the run: they are no part of what this thread executes,
   * and may wait, in whatever way, for what needs its slot or would come next on it.
   */
  static void runStages(RunScope scope, Runnable completion) {
    boolean goesOn = false;
    try {
      scope.waits();
      goesOn = scope.handOver(false);
    } finally {
      // Also where the engine is broken: nobody else would complete it.
      Context outer = suspend();
      try {
        completion.run();
      } finally {
        leave(outer);
        if (goesOn) {
          scope.takeUp();
        }
      }
    }
  }

  /** Goes back to the one before. */
  static void leave(@Nullable Context before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
