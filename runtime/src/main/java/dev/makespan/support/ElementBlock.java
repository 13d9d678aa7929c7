package dev.makespan.support;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a map that follow each other and have been claimed to be executed. Each is taken by a
 * compare-and-set: from the front by the one thread that executes them, from the back by any other
 * one, while an element waits.
 *
 * <p>A {@link MapLane} is one rather than to have one: the next element is one load away, and what
 * changes with each is on a cache line with what its thread uses, not with what another one made.
 */
class ElementBlock {
  /** No handle: those take much longer as long as the JVM still interprets. */
  private static final AtomicLongFieldUpdater<ElementBlock> RANGE =
      AtomicLongFieldUpdater.newUpdater(ElementBlock.class, "range");

  /** What makes the next element the one behind it. */
  private static final long ONE = 1L << 32;

  /** The next element in the upper half, the one behind the last in the lower half. */
  @SuppressWarnings("FieldMayBeFinal")
  private volatile long range;

  /** Elements that follow each other, without the last. */
  record Range(int from, int to) {}

  private static long range(int from, int to) {
    return ((long) from << 32) | to;
  }

  private static int from(long range) {
    return (int) (range >>> 32);
  }

  private static int to(long range) {
    return (int) range;
  }

  /** Takes over elements, when it has none. */
  final void take(int from, int to) {
    range = range(from, to);
  }

  /** The next element to be taken, while no other thread takes from the front. */
  final int first() {
    return from(range);
  }

  /** The element that runs, or ran last. */
  final int current() {
    return from(range) - 1;
  }

  final int remaining() {
    long now = range;
    return to(now) - from(now);
  }

  /** Gives away the second half of what remains; null if nothing does. */
  final @Nullable Range giveHalf() {
    while (true) {
      long now = range;
      int from = from(now);
      int to = to(now);
      if (from >= to) {
        return null;
      }
      int middle = from + (to - from) / 2;
      if (RANGE.compareAndSet(this, now, range(from, middle))) {
        return new Range(middle, to);
      }
    }
  }

  /** What remains, which is then no longer in the block; null if nothing does. */
  final @Nullable Range rest() {
    while (true) {
      long now = range;
      if (from(now) >= to(now)) {
        return null;
      }
      if (RANGE.compareAndSet(this, now, range(from(now), from(now)))) {
        return new Range(from(now), to(now));
      }
    }
  }

  /** The next element; -1 if the block is done. */
  final int next() {
    while (true) {
      long now = range;
      int from = (int) (now >>> 32);
      if (from >= (int) now) {
        return -1;
      }
      if (RANGE.compareAndSet(this, now, now + ONE)) {
        return from;
      }
    }
  }

  /** Puts back the element that {@link #next} gave. */
  final void putBack(int index) {
    while (true) {
      long now = range;
      if (RANGE.compareAndSet(this, now, range(index, Math.max(to(now), index + 1)))) {
        return;
      }
    }
  }
}
