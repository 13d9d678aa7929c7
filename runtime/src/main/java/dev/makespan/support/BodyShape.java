package dev.makespan.support;

import dev.makespan.event.RunGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all executions of one body have in common: which step waits for which, found when it is
 * wired for the first time. Immutable.
 */
final class BodyShape {
  private final List<Link> links;
  private final boolean[] alone;
  private final boolean straight;

  /**
   * That one step waits for another one.
   *
   * @param step its position
   * @param input the position of the one above
   */
  record Link(int step, int input, RunGraph.Reason reason) {}

  private BodyShape(List<Link> links, boolean[] alone) {
    this.links = links;
    this.alone = alone;
    boolean all = true;
    for (boolean each : alone) {
      all &= each;
    }
    this.straight = all;
  }

  List<Link> links() {
    return links;
  }

  int size() {
    return alone.length;
  }

  /**
   * Whether nothing else of the body can run beside a step: all above it must have ended before it,
   * and all below waits for it.
   */
  boolean isAlone(int position) {
    return position < alone.length && alone[position];
  }

  /** Whether this holds for every step. */
  boolean isStraight() {
    return straight;
  }

  /** Collects what the steps wait for. */
  static final class Builder {
    private final List<Link> links = new ArrayList<>();
    private int spilling = Integer.MAX_VALUE;

    /** Says that no step from a position on may be executed while it is added. */
    void spills(int position) {
      spilling = position;
    }

    void add(int step, int input, RunGraph.Reason reason) {
      links.add(new Link(step, input, reason));
    }

    BodyShape build(int steps) {
      // A step is alone if no step above it is waited for only by steps below it, and no step below
      // it waits only for steps above it.
      int[] nextUser = new int[steps];
      int[] lastInput = new int[steps];
      Arrays.fill(nextUser, Integer.MAX_VALUE);
      Arrays.fill(lastInput, -1);
      for (Link link : links) {
        nextUser[link.input] = Math.min(nextUser[link.input], link.step);
        lastInput[link.step] = Math.max(lastInput[link.step], link.input);
      }
      boolean[] alone = new boolean[steps];
      int latestNeed = -1;
      for (int i = 0; i < steps; i++) {
        alone[i] = latestNeed <= i && i < spilling;
        latestNeed = Math.max(latestNeed, nextUser[i]);
      }
      int earliestInput = Integer.MAX_VALUE;
      for (int i = steps - 1; i >= 0; i--) {
        alone[i] &= earliestInput >= i;
        earliestInput = Math.min(earliestInput, lastInput[i]);
      }
      return new BodyShape(withoutRepeats(links), alone);
    }

    /** A step may use another one in several ways; the first reason is told. */
    private static List<Link> withoutRepeats(List<Link> links) {
      List<Link> unique = new ArrayList<>(links.size());
      java.util.Set<Long> seen = new java.util.HashSet<>();
      for (Link link : links) {
        if (seen.add(((long) link.step << 32) | link.input)) {
          unique.add(link);
        }
      }
      return List.copyOf(unique);
    }
  }

  /**
   * Where the shape of a body is kept, with those of the bodies that its maps have for elements.
   */
  static final class Place {
    private volatile @Nullable BodyShape shape;
    private volatile Place[] inner = {};

    @Nullable BodyShape shape() {
      return shape;
    }

    void found(BodyShape first) {
      shape = first;
    }

    /** The place for the elements of the map at a position. */
    Place inner(int position) {
      Place[] known = inner;
      return position < known.length ? known[position] : grow(position);
    }

    private synchronized Place grow(int position) {
      Place[] known = inner;
      if (position >= known.length) {
        Place[] longer = Arrays.copyOf(known, position + 1);
        for (int i = known.length; i <= position; i++) {
          longer[i] = new Place();
        }
        inner = longer;
        known = longer;
      }
      return known[position];
    }
  }
}
