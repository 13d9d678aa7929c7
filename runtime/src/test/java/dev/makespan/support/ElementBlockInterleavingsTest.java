package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A block of elements, from which the thread of its lane takes them and other lanes steal. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ElementBlockInterleavingsTest {
  private static final int SIZE = 4;

  @Test
  void eachElementIsExecutedOnceHoweverLanesStealFromOneThatPutsBack() {
    Interleavings.hold(OwnerAndThieves.class);
  }

  @Test
  void aLaneThatTakesWithoutComparingIsFound() {
    Interleavings.find(
        SeededBug.careless(ElementBlock.class, "next"), OwnerAndThieves.class, "executed 2 times");
  }

  @Test
  void aLaneThatPutsBackWithoutComparingIsFound() {
    Interleavings.find(
        SeededBug.careless(ElementBlock.class, "putBack"),
        OwnerAndThieves.class,
        "executed 2 times");
  }

  @Test
  void aThiefThatDoesNotCompareIsFound() {
    Interleavings.find(
        SeededBug.careless(ElementBlock.class, "giveHalf"), OwnerAndThieves.class, " times");
  }

  @Test
  void aRestThatIsTakenWithoutComparingIsFound() {
    Interleavings.find(SeededBug.careless(ElementBlock.class, "rest"), OwnerAndEnd.class, " times");
  }

  /** Takes all that is left of a block. */
  private static void execute(ElementBlock block, AtomicIntegerArray executed) {
    for (int i = block.next(); i >= 0; i = block.next()) {
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
      ElementBlock owner = new ElementBlock();
      owner.take(0, SIZE);
      Runnable steal = () -> {
        ElementBlock.Range stolen = owner.giveHalf();
        if (stolen != null) {
          ElementBlock thief = new ElementBlock();
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
      ElementBlock owner = new ElementBlock();
      owner.take(0, SIZE);
      race(() -> execute(owner, executed), () -> {
        ElementBlock.Range rest = owner.rest();
        if (rest != null) {
          ElementBlock other = new ElementBlock();
          other.take(rest.from(), rest.to());
          execute(other, executed);
        }
      });
      checkEachOnce(executed);
    }
  }
}
