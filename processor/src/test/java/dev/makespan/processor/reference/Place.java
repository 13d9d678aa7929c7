package dev.makespan.processor.reference;

import org.jspecify.annotations.Nullable;

/**
 * Where in a run something stands: a part among its siblings, and where those stand.
 *
 * @param around the step, element or call that the siblings are parts of; null for the root
 */
record Place(@Nullable Place around, Siblings among, int part, int depth) {
  /** The steps of one body, the elements of one map, or the calls of one dynamic. */
  interface Siblings {
    /** Whether the rules let one end before another one starts, in every run. */
    boolean isBefore(int one, int other);

    /**
     * Whether one may be dropped though another one that waits for it runs: it stands in a try
     * block in which the other one doesn't.
     *
     * @param other {@link #NONE} for what stands around all
     */
    default boolean mayLack(int one, int other) {
      return false;
    }
  }

  /** The place of nothing. */
  static final int NONE = -1;

  Place(@Nullable Place around, Siblings among, int part) {
    this(around, among, part, around == null ? 0 : around.depth() + 1);
  }

  /** Whether the rules let this end before another one starts. One within another isn't. */
  boolean isBefore(Place other) {
    Fork fork = fork(this, other);
    return fork != null && fork.one.among().isBefore(fork.one.part(), fork.other.part());
  }

  /** Whether the other one may run though this was dropped in a try block. */
  boolean mayBeLacking(Place other) {
    Fork fork = fork(this, other);
    Place at = this;
    while (fork != null && at != null && at != fork.one) {
      if (at.among.mayLack(at.part, NONE)) {
        return true;
      }
      at = at.around;
    }
    return fork != null && fork.one.among.mayLack(fork.one.part, fork.other.part);
  }

  /** Program order: less than 0 if this stands above the other one. */
  int compare(Place other) {
    Fork fork = fork(this, other);
    return fork == null
        ? Integer.compare(depth, other.depth)
        : Integer.compare(fork.one.part(), fork.other.part());
  }

  /** The siblings at which the ways to two places part. */
  private record Fork(Place one, Place other) {}

  private static @Nullable Fork fork(Place one, Place other) {
    Place left = one;
    Place right = other;
    while (left.depth > right.depth && left.around != null) {
      left = left.around;
    }
    while (right.depth > left.depth && right.around != null) {
      right = right.around;
    }
    while (left.among != right.among && left.around != null && right.around != null) {
      left = left.around;
      right = right.around;
    }
    return left.among != right.among || left.part == right.part ? null : new Fork(left, right);
  }
}
