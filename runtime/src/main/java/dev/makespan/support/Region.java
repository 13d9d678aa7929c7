package dev.makespan.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A try block in one execution of a body, or the block of a {@code finally}: what has failed in it,
 * and the step that waits for its end.
 *
 * <p>A failure in it stops what is written below in the block, and nothing else. When everything in
 * it has ended, in whatever way, the step that closes it decides what comes of that: a catch runs,
 * or the step fails with it, which is a failure in the block around.
 *
 * <p>States: being wired; open; ended, when its closing step may start; decided. Guarded by the
 * lock of the {@link Steps}, but for what the closing step asks: nothing changes that any more.
 */
final class Region {
  /** What a closing step gives if the block went through, or none of its catches is asked. */
  static final Integer PASSED = -1;

  /** What it gives if the block returned. */
  static final Integer RETURNED = -2;

  /** The block in which it stands; null if that is the body. */
  final @Nullable Region around;

  /** The position of its first step. */
  final int first;

  /** The position of the step that closes it; none before that is wired. */
  int end = Integer.MAX_VALUE;

  /** The position of its topmost failing step, or above all where a failure ends all. */
  int cutoff = Integer.MAX_VALUE;

  /** How many steps in it haven't ended. */
  int unended;

  /** Whether a step ended without an outcome of its own, so that there is none here, either. */
  boolean held;

  boolean decided;

  private @Nullable Step<?> closing;
  private final boolean cancelAll;
  private final List<Failed> failures = new ArrayList<>(0);
  private final List<Region> inner = new ArrayList<>(0);

  /** For the block of a {@code finally}: the one that it belongs to. */
  private final @Nullable Region pending;

  private final List<Class<?>[]> catches = new ArrayList<>(1);
  private List<Guard> exits = List.of();
  private @Nullable Failure caught;

  /** A failure, and where it takes its place among others. */
  record Failed(int position, Failure failure) {}

  /** What a closing step ends with: a value, or a failure. */
  record Decision(Integer value, @Nullable Failure failure) {}

  /** @param pending what failed before, if this is the block of a {@code finally} */
  Region(@Nullable Region around, int first, boolean cancelAll, @Nullable Region pending) {
    this.around = around;
    this.first = first;
    this.cancelAll = cancelAll;
    this.pending = pending;
  }

  // While it is wired.

  void add(Region within) {
    inner.add(within);
  }

  /** Says which step waits for the end of all in it. */
  void closes(Step<?> step) {
    closing = step;
    end = step.position;
  }

  /** Says what must hold if nothing in it has returned. */
  void exits(List<Guard> guards) {
    exits = guards;
  }

  /** Whether something in it may return. */
  boolean mayReturn() {
    return !exits.isEmpty();
  }

  /** Adds a catch, and tells its number. */
  int catches(Class<?>[] types) {
    catches.add(types);
    return catches.size() - 1;
  }

  // While it runs.

  @Nullable Step<?> closing() {
    return closing;
  }

  void failed(Step<?> step, Failure failure) {
    failures.add(new Failed(step.position, failure));
  }

  /** Its failures in the order in which they count. */
  private List<Failure> failures() {
    List<Failure> all = new ArrayList<>(inOrder(failures, inner, cancelAll));
    if (pending != null) {
      all.addAll(pending.failures());
    }
    return all;
  }

  /**
   * Failures with those of the blocks that nobody came to close: topmost first, or the first in
   * time where that ends all.
   */
  static List<Failure> inOrder(List<Failed> failures, List<Region> inner, boolean cancelAll) {
    List<Failed> all = new ArrayList<>(failures);
    for (Region each : inner) {
      if (!each.decided) {
        for (Failure failure : each.failures()) {
          all.add(new Failed(each.end, failure));
        }
      }
    }
    if (!cancelAll && all.size() > 1) {
      all.sort(Comparator.comparingInt(Failed::position));
    }
    List<Failure> inOrder = new ArrayList<>(all.size());
    for (Failed each : all) {
      inOrder.add(each.failure());
    }
    return inOrder;
  }

  // When all in it has ended, for the closing step.

  /** Asks the catches. Where none fits, what has failed goes on. */
  Decision decide() {
    Failure failure = Failure.first(failures());
    if (failure == null) {
      return new Decision(hasReturned() ? RETURNED : PASSED, null);
    }
    for (int i = 0; i < catches.size(); i++) {
      for (Class<?> type : catches.get(i)) {
        if (type.isInstance(failure.thrown())) {
          caught = failure;
          return new Decision(i, null);
        }
      }
    }
    return new Decision(PASSED, failure);
  }

  private boolean hasReturned() {
    for (Guard exit : exits) {
      if (!exit.way().matches(exit.on().skipped, exit.on().value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a catch takes what has failed. */
  boolean isCaught() {
    return caught != null;
  }

  /** What a catch has taken. */
  Failure caught() {
    Failure taken = caught;
    if (taken == null) {
      throw new IllegalStateException("nothing is caught");
    }
    return taken;
  }
}
