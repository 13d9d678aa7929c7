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
  private static class Branch {
    final @Nullable Step<?> decision;
    final List<Guard> guards = new ArrayList<>(1);

    /**
     * That none of the early returns was taken which stand in it and in the branches that have
     * ended in it or beside it.
     */
    final List<Guard> exits = new ArrayList<>(0);

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

  /** A try block, its catches, or its {@code finally}. */
  private static final class Block extends Branch {
    final Region region;

    Block(@Nullable Step<?> decision, Region region) {
      super(decision);
      this.region = region;
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
    for (Guard exit : branch.exits) {
      exit(exit);
    }
  }

  /** Notes an early return, by what must hold if it isn't taken. */
  void exit(Guard exit) {
    Branch branch = open.element();
    branch.exits.add(exit);
    branch.guards.add(exit);
  }

  // Try blocks.

  /** Begins a block: it runs as what is around it does. */
  void tries(Region block) {
    Branch branch = new Block(null, block);
    branch.guards.addAll(guards());
    open.push(branch);
  }

  /** Ends the innermost block; says what must hold if it hasn't returned. */
  List<Guard> tried() {
    return open.pop().exits;
  }

  /**
   * Begins what decides by the end of a block.
   *
   * @param closing the step that closes the block
   * @param mayReturn whether the block may have returned; then nothing that follows runs
   */
  void begin(Step<?> closing, Region block, boolean mayReturn) {
    Branch branch = new Block(closing, block);
    if (mayReturn) {
      branch.exits.add(new Guard(closing, Guard.Way.PASSED));
    }
    open.push(branch);
  }

  /** Begins a {@code finally}, which runs when the step that closes the block has ended. */
  void finishes(Step<?> closing, Region block) {
    begin(closing, block, false);
    next(Guard.Way.REACHED);
  }

  /** Notes that what follows runs only if a block hasn't returned. */
  void passed(Step<?> closing) {
    List<Guard> guards = guards();
    if (!guards.isEmpty()) {
      guards.clear();
      guards.add(new Guard(closing, Guard.Way.REACHED));
    }
    exit(new Guard(closing, Guard.Way.PASSED));
  }

  /** The innermost block that is open, or whose catches or {@code finally} are. */
  Region block() {
    if (open.element() instanceof Block block) {
      return block.region;
    }
    throw new IllegalStateException("no try block is open");
  }
}
