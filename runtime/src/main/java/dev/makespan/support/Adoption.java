package dev.makespan.support;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs that one execution of the user's code has started. The lock is this object; no other
 * code runs under it.
 */
final class Adoption {
  // Guarded by this.
  private final List<LiveRun<?>> children = new ArrayList<>(1);
  private boolean interrupted;

  /** Adds a run, and cancels it if it comes too late. */
  void add(LiveRun<?> child) {
    boolean late;
    synchronized (this) {
      late = interrupted;
      children.removeIf(LiveRun::isDone);
      children.add(child);
    }
    if (late) {
      Part.stop(child.stopping());
    }
  }

  /** Notes that the user's code is interrupted; returns what is to be stopped. */
  List<Part> interrupting() {
    List<LiveRun<?>> started;
    synchronized (this) {
      interrupted = true;
      started = List.copyOf(children);
    }
    List<Part> parts = new ArrayList<>(0);
    for (LiveRun<?> child : started) {
      parts.addAll(child.stopping());
    }
    return parts;
  }
}
