package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits within limits. */
class SlotsTest {
  private final LocalRun run =
      new LocalRun(new LocalEngine(new HandDrivenPlatform()), "run", 1, 0, () -> {});
  private final Slots outer = new Slots(2, null);
  private final Slots inner = new Slots(1, outer);
  private final List<Claimant> granted = new ArrayList<>();

  private Execution execution(Slots at) {
    return new Execution(run, new ToldCall(), at);
  }

  @Test
  void theNarrowestLimitIsTheWidth() {
    assertEquals(2, outer.width());
    assertEquals(1, inner.width());
    assertEquals(2, new Slots(3, outer).width());
  }

  @Test
  void takesOneAtEachLevel() {
    Execution first = execution(inner);
    assertTrue(Slots.climb(first));
    assertNull(first.nextSlots);
    assertEquals(1, inner.used());
    assertEquals(1, outer.used());
    assertFalse(Slots.climb(execution(inner)));
    assertEquals(1, outer.used());
    Slots.release(first, granted);

    assertEquals(1, granted.size());
    assertSame(inner, first.nextSlots);
    assertEquals(1, inner.used());
    assertEquals(1, outer.used());
  }

  @Test
  void holdsThoseFurtherInWhileItWaitsFurtherOut() {
    Execution first = execution(outer);
    Execution second = execution(outer);
    Execution third = execution(inner);
    assertTrue(Slots.climb(first));
    assertTrue(Slots.climb(second));
    assertFalse(Slots.climb(third));
    assertSame(outer, third.nextSlots);
    assertEquals(1, inner.used());
    Slots.release(third, granted);
    assertEquals(0, inner.used());
    assertEquals(2, outer.used());
    assertEquals(List.of(), granted);
  }

  @Test
  void admitsThoseThatWaitInTheirOrder() {
    Execution first = execution(outer);
    Execution second = execution(outer);
    Execution third = execution(inner);
    Execution fourth = execution(outer);
    Slots.climb(first);
    Slots.climb(second);
    Slots.climb(third);
    Slots.climb(fourth);
    Slots.release(first, granted);
    assertEquals(List.of(third), granted);
    assertTrue(Slots.isWanted(inner));
    Slots.release(second, granted);

    assertEquals(List.of(third, fourth), granted);
    assertFalse(Slots.isWanted(inner));
    assertEquals(1, inner.used());
    assertEquals(2, outer.used());
  }

  @Test
  void admitsAtEachLevelThatIsGivenBack() {
    Slots narrow = new Slots(1, null);
    Slots within = new Slots(1, narrow);
    Execution first = execution(within);
    Execution outside = execution(narrow);
    Execution inside = execution(within);
    Slots.climb(first);
    Slots.climb(inside);
    Slots.climb(outside);
    // Who waits inside gets the inner slot, and comes after the one that waits outside.
    Slots.release(first, granted);
    assertEquals(List.of(outside), granted);
    assertSame(narrow, inside.nextSlots);
    Slots.release(outside, granted);

    assertEquals(List.of(outside, inside), granted);
  }

  @Test
  void takesAllOrNone() {
    assertTrue(Slots.takeAll(inner));
    assertEquals(1, inner.used());
    assertEquals(1, outer.used());
    assertFalse(Slots.takeAll(inner));
    assertEquals(1, outer.used());
    assertTrue(Slots.takeAll(outer));
    assertEquals(2, outer.used());
    assertFalse(Slots.takeAll(new Slots(1, outer)));
    assertTrue(Slots.takeAll(null));
  }

  @Test
  void doesNotOvertakeThoseThatWait() {
    Execution stopped = execution(outer);
    Execution holder = execution(outer);
    Execution other = execution(outer);
    Slots.climb(holder);
    Slots.climb(other);
    Slots.climb(stopped);
    Slots.climb(execution(outer));
    assertTrue(Slots.isWanted(outer));
    assertTrue(Slots.isWanted(inner));
    assertFalse(Slots.isWanted(null));
    // It gets nothing, and the next one does.
    stopped.stop();
    Slots.release(holder, granted);
    assertEquals(1, granted.size());
    assertFalse(Slots.isWanted(outer));
    Slots.release(other, granted);
    assertEquals(1, outer.used());

    assertTrue(Slots.takeAll(outer));
  }

  @Test
  void oneThatNeedsNoneHoldsNone() {
    ToldCall free = new ToldCall();
    free.takesSlot = false;
    Execution execution = new Execution(run, free, inner);
    assertTrue(Slots.climb(execution));
    assertNull(execution.slots);
    Slots.release(execution, granted);

    assertEquals(0, inner.used());
  }

  @Test
  void aLimitThatIsNotNarrowerIsNone() {
    assertSame(outer, LocalRun.within(outer, 0));
    assertSame(outer, LocalRun.within(outer, 2));
    assertSame(outer, LocalRun.within(outer, 3));
    assertEquals(1, LocalRun.within(outer, 1).width());
    assertNull(LocalRun.within(null, 0));
    assertEquals(5, LocalRun.within(null, 5).width());
  }
}
