package dev.makespan.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The branches of a body while it is wired: which guards the next step has.
 *
 * <p>A decision has the guards of the place where it stands, so a step in its branches needs no
 * other guard than the decision and the early returns above it in the same branch. Used by the
 * wiring thread only.
 */
final class Branches {
  private final Deque<Branch> open = new ArrayDeque<>();

  /** One branch, or the body outside all of them. */
  private static final class Branch {
    final @Nullable Step<?> decision;
    final List<Guard> guards = new ArrayList<>(1);

    /** The early returns in it and in the branches that have ended in it or beside it. */
    final List<Step<?>> exits = new ArrayList<>(0);

    Branch(@Nullable Step<?> decision) {
      this.decision = decision;
    }

    void guard(Guard.Way way) {
      guards.clear();
      if (decision != null) {
        guards.add(new Guard(decision, way));
      }
    }
  }

  Branches() {
    open.push(new Branch(null));
  }

  /** The guards of the next step. */
  List<Guard> guards() {
    return open.element().guards;
  }

  /** Begins the branches of a decision. */
  void begin(Step<?> decision) {
    open.push(new Branch(decision));
  }

  /** Begins what runs only if the decision went this way; it ends the branch above. */
  void next(Guard.Way way) {
    open.element().guard(way);
  }

  /** Ends the branches: what follows runs only if none of their early returns was taken. */
  void end() {
    Branch branch = open.pop();
    if (branch.exits.isEmpty()) {
      return;
    }
    List<Guard> guards = open.element().guards;
    if (!guards.isEmpty()) {
      // The decision has these guards itself, and they would add up.
      branch.guard(Guard.Way.REACHED);
      guards.clear();
      guards.addAll(branch.guards);
    }
    for (Step<?> exit : branch.exits) {
      exit(exit);
    }
  }

  /** Notes an early return. */
  void exit(Step<?> exit) {
    Branch branch = open.element();
    branch.exits.add(exit);
    branch.guards.add(new Guard(exit, Guard.Way.SKIPPED));
  }
}
