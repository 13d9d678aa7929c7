package dev.makespan.support;

import dev.makespan.spi.RunScope;
import org.jspecify.annotations.Nullable;

/**
 * A lane of a map whose elements are a body each: a few calls one after the other. A body that
 * can't go on in the turn becomes a part of its own. What its tasks took is counted here, and told
 * once a block.
 */
final class BodyLane extends MapLane {
  private final Tally tally = new Tally();

  /** Up to when the elements of the block were timed; -1 until the first has ended. */
  private long timedUntil;

  /** @param withSlot whether it waits for a slot before it gets a thread */
  BodyLane(RunInfo run, RunScope scope, MapFrame map, MapElement element, boolean withSlot) {
    super(run, scope, map, element, withSlot);
  }

  @Override
  boolean execute(@Nullable Object[] values) {
    long start = turn.now();
    int from = first();
    timedUntil = -1;
    turn.isLong(!schedule.isEnough(element.pace()));
    turn.tally(tally);
    boolean goesOn;
    try {
      goesOn = each(values);
    } finally {
      turn.tally(null);
    }
    long end = turn.tick();
    int done = Math.max(1, first() - from);
    element.pace().took((end - start) / done, done);
    if (!turn.isOver()) {
      tally.tell(start, end, timedUntil < 0 ? 0 : end - timedUntil);
    }
    adapt(end - start);
    return goesOn;
  }

  private boolean each(@Nullable Object[] values) {
    for (int i = next(); i >= 0; i = next()) {
      if (i > schedule.cutoff()) {
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
        ElementEnding ending = new ElementEnding(map, i);
        body.endsAt(ending);
        map.spilled(body, ending);
        if (!schedule.hasRoom()) {
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
}
