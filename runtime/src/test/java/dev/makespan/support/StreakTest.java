package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.Execution;
import dev.makespan.event.RunGraph;
import dev.makespan.event.Waits;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What elements waited for that were executed one after the other. */
class StreakTest {
  private final UncalledMethods methods = new UncalledMethods();
  private final CallSite root = CallSite.root(methods.task("w"), RunGraph.Kind.WORKFLOW);
  private final CallSite list = root.step(0, methods.task("list"), RunGraph.Kind.TASK, 1);
  private final CallSite each = root.step(1, methods.task("each"), RunGraph.Kind.TASK, 2);

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  /** Three elements of a map that has waited from 3 to 10, and begins to execute them at 12. */
  private Streak streak() {
    Streak streak = new Streak(new Awaited(-1, 3, list, 10), 5, 12);
    streak.ended(15);
    streak.ended(21);
    streak.ended(22);
    assertTrue(streak.take());
    streak.numbered("w-1", new Observer.Place(each), 0);
    return streak;
  }

  @Test
  void anElementWaitsForASlotSinceTheMapBegan() {
    Execution third = streak().execution(2, 0);

    assertEquals(7, third.id().element());
    assertEquals(nanos(21), third.queuedAt());
    assertEquals(nanos(7), third.inputs());
    assertEquals("w/list", third.lastInput());
    assertEquals(nanos(11), third.slot());
  }

  @Test
  void theCallSiteHasTheWaitsOfAllElements() {
    SiteWaits waits = new SiteWaits();
    streak().tell(waits);

    assertEquals(
        new Waits(
            new Waits.Wait(nanos(21), nanos(7)),
            "w/list",
            new Waits.Wait(nanos(2 + 5 + 11), nanos(11)),
            Waits.Wait.NONE,
            Waits.Wait.NONE),
        waits.waits());
  }

  /** What is held up between two elements, or before the first, is kept for none of them. */
  @Test
  void onlyTheElementAfterThoseThatHaveEndedIsGivenUp() {
    Streak streak = streak();

    assertFalse(streak.isNext(-1));
    assertFalse(streak.isNext(7));
    assertTrue(streak.isNext(8));
  }

  /** A run may be kept long after its threads have ended, and have had many. */
  @Test
  void keepsNoThread() throws InterruptedException {
    AtomicReference<Streak> made = new AtomicReference<>();
    WeakReference<Thread> executing = new WeakReference<>(null);
    {
      Thread thread = new Thread(() -> made.set(streak()), "executing");
      executing = new WeakReference<>(thread);
      thread.start();
      thread.join();
    }
    for (int i = 0; i < 200 && executing.get() != null; i++) {
      System.gc();
    }

    assertNull(executing.get(), "the thread is still reachable");
    assertEquals("executing", made.get().execution(0, 0).attempts().get(0).thread());
    Reference.reachabilityFence(made);
  }
}
