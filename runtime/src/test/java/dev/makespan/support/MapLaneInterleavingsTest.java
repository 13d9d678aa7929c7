package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The range of a lane, from which its own thread takes elements and other lanes steal. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MapLaneInterleavingsTest {
  private static final int SIZE = 4;

  @Test
  void eachElementIsExecutedOnceHoweverLanesStealFromOneThatPutsBack() {
    Interleavings.hold(OwnerAndThieves.class);
  }

  @Test
  void aLaneThatTakesWithoutComparingIsFound() {
    Interleavings.find(
        SeededBug.careless(MapLane.class, "next"), OwnerAndThieves.class, "executed 2 times");
  }

  @Test
  void aLaneThatPutsBackWithoutComparingIsFound() {
    Interleavings.find(
        SeededBug.careless(MapLane.class, "putBack"), OwnerAndThieves.class, "executed 2 times");
  }

  @Test
  void aThiefThatDoesNotCompareIsFound() {
    Interleavings.find(
        SeededBug.careless(MapLane.class, "giveHalf"), OwnerAndThieves.class, " times");
  }

  @Test
  void aRestThatIsTakenWithoutComparingIsFound() {
    Interleavings.find(SeededBug.careless(MapLane.class, "rest"), OwnerAndEnd.class, " times");
  }

  private static MapLane lane() {
    return new MapLane(null, null, null, null, false);
  }

  /** Takes all that a lane has left. */
  private static void execute(MapLane lane, AtomicIntegerArray executed) {
    for (int i = lane.next(); i >= 0; i = lane.next()) {
      executed.incrementAndGet(i);
    }
  }

  private static void checkEachOnce(AtomicIntegerArray executed) {
    for (int i = 0; i < executed.length(); i++) {
      Race.verify(executed.get(i) == 1, i + " was executed " + executed.get(i) + " times");
    }
  }

  static final class OwnerAndThieves extends Race {
    @Override
    public void run() {
      AtomicIntegerArray executed = new AtomicIntegerArray(SIZE);
      MapLane owner = lane();
      owner.take(0, SIZE);
      Runnable steal = () -> {
        MapLane.Range stolen = owner.giveHalf();
        if (stolen != null) {
          MapLane thief = lane();
          thief.take(stolen.from(), stolen.to());
          execute(thief, executed);
        }
      };
      race(
          () -> {
            executed.incrementAndGet(owner.next());
            int next = owner.next();
            if (next >= 0) {
              // It has no slot; the next lane takes what is left.
              owner.putBack(next);
            }
          },
          steal,
          steal);
      execute(owner, executed);
      checkEachOnce(executed);
    }
  }

  static final class OwnerAndEnd extends Race {
    @Override
    public void run() {
      AtomicIntegerArray executed = new AtomicIntegerArray(SIZE);
      MapLane owner = lane();
      owner.take(0, SIZE);
      race(() -> execute(owner, executed), () -> {
        MapLane.Range rest = owner.rest();
        if (rest != null) {
          MapLane other = lane();
          other.take(rest.from(), rest.to());
          execute(other, executed);
        }
      });
      checkEachOnce(executed);
    }
  }
}
