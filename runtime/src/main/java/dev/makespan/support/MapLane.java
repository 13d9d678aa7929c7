package dev.makespan.support;

import dev.makespan.spi.RunScope;
import org.jspecify.annotations.Nullable;

/**
 * A thread's turn to execute elements of a map one after the other. A lane that begins has the next
 * one offered, so there are as many as the limit allows, and as there are threads that find work.
 *
 * <p>It claims elements in blocks, which are longer the shorter the elements are, so that they cost
 * no lock each. What a block of them is to the engine, its kind says: a {@link TaskLane} or a
 * {@link BodyLane}; a map has lanes of one kind.
 *
 * <p>Used by the executing thread, but for what says otherwise.
 */
abstract class MapLane extends ElementBlock implements Turn.Job {
  private static final int LONGEST_BLOCK = 4_096;

  /** A block that took less than this is followed by a longer one. */
  private static final int SHORT_NANOS = 20_000;

  /** A block that took more than this is followed by a shorter one. */
  private static final long LONG_NANOS = 100_000;

  final MapFrame map;
  final MapSchedule schedule;
  final MapElement element;
  final RunScope scope;
  final Turn turn;

  /**
   * Whether it may claim no more: it is stopped for what it executes, or over. Guarded by the lock
   * of the map.
   */
  boolean dismissed;

  /** The longest chain that it has executed; read by the one that ends the lane after it. */
  @Nullable PathLink path;

  private int length = 1;
  private boolean begun;

  /** @param withSlot whether it waits for a slot before it gets a thread */
  MapLane(RunInfo run, RunScope scope, MapFrame map, MapElement element, boolean withSlot) {
    this.map = map;
    this.schedule = map.schedule();
    this.element = element;
    this.scope = scope;
    this.turn = new Turn(run, scope, withSlot, this);
  }

  final Turn turn() {
    return turn;
  }

  final void start() {
    turn.start();
  }

  final void stop() {
    turn.stop();
  }

  final @Nullable PathLink path() {
    return path;
  }

  @Override
  public final Ending ending() {
    return map.ending();
  }

  @Override
  public final void run(Turn own) {
    if (!takesSlot() || !schedule.begins(this)) {
      return;
    }
    begun = true;
    length = Math.min(LONGEST_BLOCK, element.pace().fitIn(SHORT_NANOS));
    @Nullable Object[] values = map.values();
    boolean goesOn = claims();
    if (goesOn) {
      map.grow();
    }
    while (goesOn && claims()) {
      goesOn = execute(values);
    }
  }

  private boolean claims() {
    return remaining() > 0 || schedule.claim(this, length);
  }

  /** Gets what a block needs of slots, or keeps it; false if there is none to be had at once. */
  boolean takesSlot() {
    return true;
  }

  /** Whether it ended because others took its slot or wait for it. */
  boolean lacksSlot() {
    return false;
  }

  /**
   * Executes the elements that it has claimed, and {@linkplain #adapt chooses} how many to claim
   * next; false if the lane must end.
   *
   * @param values the map's elements, which are replaced by their results
   */
  abstract boolean execute(@Nullable Object[] values);

  /** Chooses the length of the next block by what this one took. */
  final void adapt(long took) {
    if (took < SHORT_NANOS) {
      length = Math.min(LONGEST_BLOCK, 2 * length);
    } else if (took > LONG_NANOS) {
      length = Math.max(1, length / 4);
    }
  }

  /** Says that the engine goes on without the element that runs; called on another thread. */
  void givenUp() {}

  @Override
  public final void ended(Turn own, @Nullable Throwable broken, boolean overrun) {
    if (overrun) {
      givenUp();
    }
    if (broken != null && begun) {
      own.run().giveUp(broken);
    } else {
      map.ended(this, own.isStopped(), broken);
    }
  }
}
