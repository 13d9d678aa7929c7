package dev.makespan.internal.local.sim;

import java.util.HashMap;
import java.util.Map;

/** What the plain, sequential call of a method does, step after step. */
final class Plain {
  private final Map<Long, Integer> reached = new HashMap<>();
  private boolean failed;
  private boolean cancels;

  /** Notes a piece of work that the plain call comes to. */
  void reaches(long work) {
    reached.merge(work, 1, Integer::sum);
  }

  Map<Long, Integer> reached() {
    return reached;
  }

  /** Notes that something has failed that isn't tried again. */
  void fails() {
    failed = true;
  }

  void cancels() {
    cancels = true;
  }

  /** Whether something failed or was cancelled, so that a parallel run may do more. */
  boolean isSmooth() {
    return !failed && !cancels;
  }
}
