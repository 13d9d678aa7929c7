package dev.makespan.support;

import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.RunScope;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A thread's turn to execute elements of a map one after the other. A lane that begins has the next
 * one offered, so there are as many as the limit allows, and as there are threads that find work.
 *
 * <p>It claims elements in blocks, which are longer the shorter the elements are. Each is taken
 * from the block by a compare-and-set, so that other lanes can take what is left of it while an
 * element waits.
 */
final class MapLane implements Turn.Job {
  private static final int LONGEST_BLOCK = 4_096;

  /** A block that took less than this is followed by a longer one. */
  private static final int SHORT_NANOS = 20_000;

  /** A block that took more than this is followed by a shorter one. */
  private static final long LONG_NANOS = 100_000;

  /** No handle: those take much longer as long as the JVM still interprets. */
  private static final AtomicLongFieldUpdater<MapLane> RANGE =
      AtomicLongFieldUpdater.newUpdater(MapLane.class, "range");

  /** What makes the next element the one behind it. */
  private static final long ONE = 1L << 32;

  private final MapFrame map;
  private final MapElement element;
  private final RunScope scope;
  private final Turn turn;

  /** The next element in the upper half, the one behind the last in the lower half. */
  @SuppressWarnings("FieldMayBeFinal")
  private volatile long range;

  /**
   * Whether it may claim no more: it is stopped for what it executes, or over. Guarded by the map.
   */
  boolean dismissed;

  // Used by the executing thread, then by the one that ends the lane.
  private @Nullable PathLink path;
  private int block = 1;
  private boolean begun;
  private boolean lacksSlot;

  /** Whether it must end after the block, though there may be more elements. */
  private boolean ends;

  private final Tally tally = new Tally();

  /** What it executes, if that is kept; read by another thread when it is given up. */
  private volatile @Nullable Streak kept;

  /** Up to when the elements of the block were timed; -1 until the first has ended. */
  private long timedUntil;

  /** Elements that follow each other, without the last. */
  record Range(int from, int to) {}

  /** @param withSlot whether it waits for a slot before it gets a thread */
  MapLane(RunInfo run, RunScope scope, MapFrame map, MapElement element, boolean withSlot) {
    this.map = map;
    this.element = element;
    this.scope = scope;
    this.turn = new Turn(run, scope, withSlot, this);
  }

  Turn turn() {
    return turn;
  }

  void start() {
    turn.start();
  }

  void stop() {
    turn.stop();
  }

  // The range.

  private static long range(int from, int to) {
    return ((long) from << 32) | to;
  }

  private static int from(long range) {
    return (int) (range >>> 32);
  }

  private static int to(long range) {
    return (int) range;
  }

  /** Takes over elements; called under the lock of the map. */
  void take(int from, int to) {
    range = range(from, to);
  }

  /** The element that runs, or ran last. */
  int current() {
    return from(range) - 1;
  }

  int remaining() {
    long now = range;
    return to(now) - from(now);
  }

  /** Gives away the second half of what remains; null if nothing does. */
  @Nullable Range giveHalf() {
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

  /** What remains, which is then no longer this lane's; null if nothing does. */
  @Nullable Range rest() {
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
  int next() {
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
  void putBack(int index) {
    while (true) {
      long now = range;
      if (RANGE.compareAndSet(this, now, range(index, Math.max(to(now), index + 1)))) {
        return;
      }
    }
  }

  // The turn.

  @Override
  public Ending ending() {
    return map.ending();
  }

  @Nullable PathLink path() {
    return path;
  }

  /** Whether it ended because others took its slot or wait for it. */
  boolean lacksSlot() {
    return lacksSlot;
  }

  @Override
  public void run(Turn own) {
    if (element.isTask() && !turn.takeSlot(scope)) {
      lacksSlot = true;
      return;
    }
    if (!map.begins(this)) {
      return;
    }
    begun = true;
    block = Math.min(LONGEST_BLOCK, element.pace().fitIn(SHORT_NANOS));
    @Nullable Object[] values = map.values();
    boolean goesOn = remaining() > 0 || map.claim(this, block);
    if (goesOn) {
      map.grow();
    }
    // Made after the next lane, which must not share a cache line with them.
    @Nullable Object[] arguments = element.newArguments();
    while (goesOn && (remaining() > 0 || map.claim(this, block))) {
      goesOn = element.isTask() ? calls(values, arguments) : bodies(values);
    }
  }

  /** Executes a block of calls; false if the lane must end. */
  private boolean calls(@Nullable Object[] values, @Nullable Object[] arguments) {
    if (!turn.takeSlot(scope)) {
      lacksSlot = true;
      return false;
    }
    long start = turn.now();
    int first = from(range);
    Observer keeper = element.keeper();
    Streak streak = keeper == null ? null : new Streak(map.awaited(), first, start);
    kept = streak;
    ends = false;
    int failed = 0;
    if (!turn.enter(element.site(), map.isEnough(element.pace()))) {
      return false;
    }
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = call(values, arguments, streak);
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
    note(start, from(range) - first, failed);
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
    if (i > map.cutoff() || turn.isStopped()) {
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

  private void adapt(long took) {
    if (took < SHORT_NANOS) {
      block = Math.min(LONGEST_BLOCK, 2 * block);
    } else if (took > LONG_NANOS) {
      block = Math.max(1, block / 4);
    }
  }

  /** Executes a block of bodies; false if the lane must end. */
  private boolean bodies(@Nullable Object[] values) {
    long start = turn.now();
    int first = from(range);
    timedUntil = -1;
    turn.isLong(!map.isEnough(element.pace()));
    turn.tally(tally);
    boolean goesOn;
    try {
      goesOn = eachBody(values);
    } finally {
      turn.tally(null);
    }
    long end = turn.tick();
    int done = Math.max(1, from(range) - first);
    element.pace().took((end - start) / done, done);
    if (!turn.isOver()) {
      tally.tell(start, end, timedUntil < 0 ? 0 : end - timedUntil);
    }
    adapt(end - start);
    return goesOn;
  }

  private boolean eachBody(@Nullable Object[] values) {
    for (int i = next(); i >= 0; i = next()) {
      if (i > map.cutoff()) {
        return false;
      }
      if (turn.isStopped()) {
        putBack(i);
        return false;
      }
      tally.begin(timedUntil < 0);
      BodyFrame body = element.frame(values[i], map.anyElement());
      values[i] = null;
      body.wire(turn, 1);
      if (turn.isOver()) {
        return false;
      }
      if (body.isSpilled()) {
        MapFrame.Element ending = map.element(i);
        body.endsAt(ending);
        map.spilled(i, body, ending);
        if (!map.hasRoom()) {
          return false;
        }
      } else if (!ended(i, values, body.endWithin(turn))) {
        return false;
      }
      if (timedUntil < 0) {
        timedUntil = turn.now();
      }
    }
    return true;
  }

  private boolean ended(int index, @Nullable Object[] values, Outcome outcome) {
    path = PathLink.longer(path, outcome.path());
    if (outcome.failure() != null) {
      map.failed(index, outcome.failure(), outcome.stopped());
    } else if (outcome.isValue()) {
      values[index] = outcome.value();
      if (outcome.value() == null && !map.takes(index, null)) {
        return false;
      }
    }
    return !outcome.stopped() && !turn.isStopped();
  }

  /** Keeps what was executed before a method that is given up, and that one. */
  private void keepGivenUp() {
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

  @Override
  public void ended(Turn own, @Nullable Throwable broken, boolean overrun) {
    if (overrun) {
      keepGivenUp();
    }
    if (broken != null && begun) {
      own.run().giveUp(broken);
    } else {
      map.ended(this, own.isStopped(), broken);
    }
  }
}
