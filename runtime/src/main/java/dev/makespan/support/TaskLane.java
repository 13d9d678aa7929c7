package dev.makespan.support;

import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.RunScope;
import org.jspecify.annotations.Nullable;

/**
 * A lane of a map whose elements are one call of a task each. The calls of a block follow each
 * other at once in one slot, as one method that the thread has entered; they are timed together.
 */
final class TaskLane extends MapLane {
  private boolean lacksSlot;

  /** Whether it must end after the block, though there may be more elements. */
  private boolean ends;

  /** What the method is called with; null before the first block. */
  private @Nullable Object @Nullable [] arguments;

  /** What it executes, if that is kept; read by another thread when it is given up. */
  private volatile @Nullable Streak kept;

  /** @param withSlot whether it waits for a slot before it gets a thread */
  TaskLane(RunInfo run, RunScope scope, MapFrame map, MapElement element, boolean withSlot) {
    super(run, scope, map, element, withSlot);
  }

  @Override
  boolean takesSlot() {
    lacksSlot = !turn.takeSlot(scope);
    return !lacksSlot;
  }

  @Override
  boolean lacksSlot() {
    return lacksSlot;
  }

  /** Made after the next lane, which must not share a cache line with them. */
  private @Nullable Object[] arguments() {
    @Nullable Object[] made = arguments;
    if (made == null) {
      made = element.newArguments();
      arguments = made;
    }
    return made;
  }

  @Override
  boolean execute(@Nullable Object[] values) {
    if (!takesSlot()) {
      return false;
    }
    @Nullable Object[] filled = arguments();
    long start = turn.now();
    int from = first();
    Observer keeper = element.keeper();
    Streak streak = keeper == null ? null : new Streak(map.awaited(), from, start);
    kept = streak;
    ends = false;
    int failed = 0;
    if (!turn.enter(element.site(), schedule.isEnough(element.pace()))) {
      return false;
    }
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = call(values, filled, streak);
      }
      turn.left();
      ends |= turn.isStopped();
    } catch (Throwable thrown) {
      turn.left();
      failed = 1;
      if (streak != null && !turn.isOver()) {
        streak.ended(turn.tick());
        streak.ended(
            turn.isStopped() ? TaskOutcome.CANCELLED : TaskOutcome.FAILED, Observed.text(thrown));
      }
      ends = !fails(current(), values, thrown);
    }
    // Only this thread takes elements from the front.
    note(start, first() - from, failed);
    if (keeper != null && streak != null && !turn.isOver()) {
      keeper.ran(element.site(), streak);
    }
    return !ends;
  }

  /**
   * Calls the method for the next element; false if another one can't follow at once.
   *
   * <p>All that there is to do between two elements is here, and no more than must be: this is what
   * a map of many short elements consists of. It is small, so that it is compiled soon.
   */
  private boolean call(
      @Nullable Object[] values, @Nullable Object[] arguments, @Nullable Streak streak)
      throws Throwable {
    int i = next();
    if (i < 0) {
      return false;
    }
    if (i > schedule.cutoff() || turn.isStopped()) {
      putBack(i);
      ends = true;
      return false;
    }
    Object value = element.call(arguments, values[i]);
    boolean goesOn = turn.isClear();
    if (!goesOn && turn.isOver()) {
      ends = true;
      return false;
    }
    if (streak != null) {
      keep(streak);
    }
    values[i] = value;
    if (value == null && !map.takes(i, null)) {
      ends = true;
      return false;
    }
    return goesOn;
  }

  private void keep(Streak streak) {
    streak.ended(turn.tick());
    if (turn.isStopped()) {
      streak.ended(TaskOutcome.CANCELLED, "");
    }
    turn.next();
  }

  private boolean fails(int index, @Nullable Object[] values, Throwable thrown) {
    if (turn.isOver()) {
      return false;
    }
    values[index] = null;
    boolean stopped = turn.isStopped();
    Class<?> generated = element.def().body().getClass().getNestHost();
    Failure failure = turn.failure(thrown, generated, element.caller());
    if (failure != null) {
      map.failed(index, failure, stopped);
    }
    return !stopped;
  }

  /** Notes what a block of calls took, and chooses the length of the next. */
  private void note(long start, int done, int failed) {
    long end = turn.tick();
    if (done > 0 && !turn.isOver()) {
      long took = end - start;
      element.site().ran(done, start, end, took, failed);
      longest(took / done);
      element.pace().took(took / done, done);
      adapt(took);
    }
  }

  private void longest(long nanos) {
    PathLink before = element.before();
    long total = nanos + (before == null ? 0 : before.total());
    if (path == null || path.total() < total) {
      path = PathLink.after(before, element.site(), nanos);
    }
  }

  /** Keeps what was executed before a method that is given up, and that one. */
  @Override
  void givenUp() {
    Observer keeper = element.keeper();
    Streak before = kept;
    if (keeper != null && before != null) {
      int running = current();
      boolean isNext = before.isNext(running);
      keeper.ran(element.site(), before);
      // Or else the thread is held up between two elements.
      if (isNext) {
        keeper.ran(element.site(), before.givenUp(running, turn.since(), scope.nanoTime()));
      }
    }
  }
}
