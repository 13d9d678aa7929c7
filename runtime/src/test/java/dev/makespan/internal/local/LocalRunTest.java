package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is ready in a run, and when a thread is summoned for it; all on one thread. */
class LocalRunTest {
  private final HandDrivenPlatform platform = new HandDrivenPlatform();
  private final LocalEngine engine = new LocalEngine(platform);
  private final LocalRun run = open();
  private final List<String> seen = new ArrayList<>();

  private LocalRun open() {
    return open(() -> {});
  }

  private LocalRun open(Runnable onClose) {
    ToldCall probe = new ToldCall();
    engine.open("run", 0, onClose).submit(probe);
    platform.runJobs();
    return ((Execution) probe.handle()).run;
  }

  /** Notes what is done with it. */
  private class Item implements Ready {
    final String name;
    boolean isPatient;
    boolean isOver;
    boolean isHelpable = true;
    Object whole;

    Item(String name) {
      this.name = name;
    }

    @Override
    public void execute(Worker worker) {
      seen.add(name);
    }

    @Override
    public void rejected(Throwable why) {
      seen.add(name + " rejected");
    }

    @Override
    public boolean isPatient() {
      return isPatient;
    }

    @Override
    public boolean isOver() {
      return isOver;
    }

    @Override
    public boolean isHelpable() {
      return isHelpable;
    }

    @Override
    public boolean isPartOf(Object of) {
      return of.equals(whole);
    }
  }

  private Item patient(String name) {
    Item item = new Item(name);
    item.isPatient = true;
    return item;
  }

  private Item part(String name, Object whole) {
    Item item = new Item(name);
    item.whole = whole;
    return item;
  }

  /** Does something as a worker of the run that is in the engine. */
  private void asWorker(Runnable job) {
    Worker.of(run, job);
  }

  @Test
  void hasAnIdentityOfItsOwn() {
    assertEquals("w-0", new LocalRun(engine, "w", 0, 0, () -> {}).id());
    assertEquals("w-" + Long.toString((1L << 40) - 1, 36), id(-1));
    assertEquals("w-1", id((1L << 40) + 1));
  }

  private String id(long number) {
    return new LocalRun(engine, "w", number, 0, () -> {}).id();
  }

  @Test
  void summonsOneThreadForAllThatIsReady() {
    run.add(new Item("a"));
    run.add(new Item("b"));
    assertEquals(1, platform.jobs.size());
    platform.runJobs();

    assertEquals(List.of("a", "b"), seen);
    run.add(new Item("c"));
    assertEquals(1, platform.jobs.size());
  }

  @Test
  void aThreadThatMayNotGoOnSummonsTheNext() {
    platform.goesOn = false;
    run.add(new Item("a"));
    run.add(new Item("b"));
    platform.jobs.remove().run();
    assertEquals(List.of("a"), seen);
    assertEquals(1, platform.jobs.size());
    platform.jobs.remove().run();

    assertEquals(List.of("a", "b"), seen);
    assertEquals(0, platform.jobs.size());
  }

  @Test
  void aWorkerThatLooksTakesUpWhatItMakesReady() {
    run.add(new Item("first") {
      @Override
      public void execute(Worker worker) {
        super.execute(worker);
        run.add(new Item("second"));
        seen.add("summoned " + platform.jobs.size());
      }
    });
    platform.runJobs();

    assertEquals(List.of("first", "summoned 0", "second"), seen);
  }

  @Test
  void aWorkerInTheUsersCodeDoesNotTakeUpWhatItMakesReady() {
    run.add(new Item("first") {
      @Override
      public void execute(Worker worker) {
        worker.entering();
        run.add(new Item("second"));
        seen.add("summoned " + platform.jobs.size());
      }
    });
    platform.jobs.remove().run();

    assertEquals(List.of("summoned 1", "second"), seen);
    platform.runJobs();
    assertEquals(2, seen.size());
  }

  @Test
  void aWorkerOfAnotherRunDoesNotTakeItUp() {
    LocalRun other = open();
    Worker.of(other, () -> {
      run.add(new Item("a"));
      seen.add("summoned " + platform.jobs.size());
    });

    assertEquals(List.of("summoned 1"), seen);
  }

  @Test
  void aWorkerThatLeavesSummonsAThreadForWhatItMadeReady() {
    asWorker(() -> {
      run.add(new Item("a"));
      seen.add("summoned " + platform.jobs.size());
    });

    assertEquals(List.of("summoned 0"), seen);
    assertEquals(1, platform.jobs.size());
  }

  @Test
  void noThreadIsSummonedWhereNothingIsReady() {
    run.share();
    assertEquals(0, platform.jobs.size());
    run.add(new Item("a"));
    run.share();

    assertEquals(1, platform.jobs.size());
  }

  // Patience.

  @Test
  void aCheckBringsAThreadForWhatIsPatientAndNotTakenUp() {
    run.add(patient("a"));
    assertEquals(0, platform.jobs.size());
    assertEquals(1, platform.checks.size());
    run.add(patient("b"));
    assertEquals(1, platform.checks.size(), "one check is enough");
    // It may have come a moment ago.
    check();
    assertEquals(0, platform.jobs.size());
    check();
    assertEquals(1, platform.jobs.size());
    check();
    assertEquals(1, platform.jobs.size(), "that one hasn't come yet");
    platform.runJobs();
    assertEquals(List.of("a", "b"), seen);
    check();
    assertEquals(0, platform.checks.size(), "nothing is ready any more");
    run.add(patient("c"));
    assertEquals(1, platform.checks.size());
  }

  private void check() {
    platform.checks.remove().run();
  }

  @Test
  void whatIsFirstAnewIsNotWhatWasFirstBefore() {
    run.add(patient("a"));
    check();
    asWorker(() -> assertTrue(run.poll(Worker.get()) instanceof Item));
    run.add(patient("b"));
    check();
    assertEquals(0, platform.jobs.size());
    check();

    assertEquals(1, platform.jobs.size());
  }

  @Test
  void anImpatientOneBringsAThreadThoughOthersArePatient() {
    run.add(patient("a"));
    run.add(new Item("b"));

    assertEquals(1, platform.jobs.size());
  }

  @Test
  void aPatientOneAsksForNoCheckWhereAThreadComes() {
    run.add(new Item("a"));
    run.add(patient("b"));

    assertEquals(0, platform.checks.size());
  }

  @Test
  void whereNothingIsCheckedAThreadComesAtOnce() {
    platform.isWatchless = true;
    run.add(patient("a"));
    assertEquals(1, platform.jobs.size());
    platform.runJobs();
    run.add(patient("b"));

    assertEquals(1, platform.jobs.size());
  }

  @Test
  void whoEntersShortCodeHasItChecked() {
    run.add(new Item("first") {
      @Override
      public void execute(Worker worker) {
        run.add(new Item("second"));
        worker.entering(true);
        seen.add(platform.jobs.size() + " and " + platform.checks.size());
        // It still owes.
        worker.entering(false);
        seen.add(platform.jobs.size() + " and " + platform.checks.size());
      }
    });
    platform.jobs.remove().run();

    assertEquals(List.of("0 and 1", "1 and 1", "second"), seen);
  }

  // Who waits.

  @Test
  void whoHelpsTakesWhatMayBeHelpedWith() {
    Item own = new Item("own");
    own.isHelpable = false;
    run.add(own);
    run.add(new Item("a"));
    run.add(new Item("b"));
    asWorker(() -> {
      Worker worker = Worker.get();
      assertEquals("a", name(run.pollHelpable(worker)));
      assertEquals("b", name(run.pollHelpable(worker)));
      assertNull(run.pollHelpable(worker));
    });
    assertEquals(1, platform.jobs.size());
  }

  private static String name(Ready item) {
    return item == null ? "nothing" : ((Item) item).name;
  }

  @Test
  void whoHelpsSummonsAThreadForTheRest() {
    Item own = new Item("own");
    own.isHelpable = false;
    asWorker(() -> {
      run.add(own);
      assertNull(run.pollHelpable(Worker.get()));
    });

    assertEquals(1, platform.jobs.size());
  }

  @Test
  void whoHelpsSummonsTheNextBeforeItRunsTheUsersCode() {
    asWorker(() -> {
      run.add(new Item("a"));
      run.add(new Item("b"));
      asWorker(() -> {
        Worker helper = Worker.get();
        assertEquals("a", name(run.pollHelpable(helper)));
        assertEquals(0, platform.jobs.size());
        helper.entering();
        assertEquals(1, platform.jobs.size());
      });
    });
  }

  @Test
  void whoTakesTheLastSummonsNobody() {
    asWorker(() -> {
      run.add(new Item("a"));
      assertEquals("a", name(run.pollHelpable(Worker.get())));
    });
    asWorker(() -> {
      run.add(new Item("b"));
      assertEquals("b", name(run.poll(Worker.get())));
    });

    assertEquals(0, platform.jobs.size());
  }

  @Test
  void whoTakesOneOfSeveralSummonsAThreadOnce() {
    asWorker(() -> {
      run.add(new Item("a"));
      run.add(new Item("b"));
      run.add(new Item("c"));
      assertEquals("a", name(run.poll(Worker.get())));
    });
    assertEquals(1, platform.jobs.size());
    asWorker(() -> assertEquals("b", name(run.poll(Worker.get()))));
    asWorker(() -> assertEquals("c", name(run.pollHelpable(Worker.get()))));

    assertEquals(1, platform.jobs.size());
  }

  @Test
  void findsAPartOfWhatIsWaitedFor() {
    run.add(part("other", "other"));
    Item own = part("own", "whole");
    own.isHelpable = false;
    run.add(own);
    run.add(part("first", "whole"));
    run.add(part("second", "whole"));

    assertEquals("first", name(run.pollPart("whole")));
    assertEquals("second", name(run.pollPart("whole")));
    assertNull(run.pollPart("whole"));
    assertEquals("other", name(run.pollPart("other")));
  }

  /** Sixty-four from each end are looked at. */
  @Test
  void looksForAPartAtBothEndsOnly() {
    for (int i = 0; i < 200; i++) {
      run.add(part("item" + i, "part" + i));
    }

    assertNull(run.pollPart("part64"));
    assertNull(run.pollPart("part135"));
    assertEquals("item136", name(run.pollPart("part136")));
    assertNull(run.pollPart("part136"), "it is taken");
    assertEquals("item63", name(run.pollPart("part63")));
    assertEquals("item199", name(run.pollPart("part199")));
  }

  @Test
  void whoIsAtTheEndAndMayNotBeHelpedWithIsLeft() {
    for (int i = 0; i < 100; i++) {
      run.add(part("item" + i, "part" + i));
    }
    Item own = part("own", "whole");
    own.isHelpable = false;
    run.add(own);

    assertNull(run.pollPart("whole"));
  }

  @Test
  void aCallerMayHelpUnlessItIsInterruptedOrExecutesSomethingItself() {
    assertTrue(run.mayHelp());
    asWorker(() -> assertFalse(run.mayHelp()));
    Thread.currentThread().interrupt();
    assertFalse(run.mayHelp());
    assertTrue(Thread.interrupted());
    assertFalse(run.refusesHelp());
    run.refuseHelp();
    assertFalse(run.mayHelp());
    assertTrue(run.refusesHelp());
  }

  // No thread.

  @Test
  void rejectsAllThatIsReady() {
    platform.refusal = new IllegalStateException("full");
    run.add(new Item("a"));
    assertEquals(List.of("a rejected"), seen);
    platform.refusal = null;
    run.add(new Item("b"));

    assertEquals(1, platform.jobs.size(), "it is asked for a thread again");
    platform.runJobs();
    assertEquals(List.of("a rejected", "b"), seen);
  }

  /** Without nesting: there may be many. */
  @Test
  void rejectsWhatARejectionMakesReadyAfterIt() {
    platform.refusal = new IllegalStateException("full");
    run.add(new Item("a") {
      @Override
      public void rejected(Throwable why) {
        if (seen.isEmpty()) {
          run.add(new Item("b"));
        }
        super.rejected(why);
      }
    });
    assertEquals(List.of("a rejected", "b rejected"), seen);
    run.add(new Item("c"));

    assertEquals(List.of("a rejected", "b rejected", "c rejected"), seen);
  }

  @Test
  void aJobOfItsOwnIsDoneThoughThereIsNoThread() {
    platform.refusal = new IllegalStateException("full");
    run.later(() -> seen.add("later"));

    assertEquals(List.of("later"), seen);
  }

  @Test
  void aJobOfItsOwnMayBeHelpedWithAndIsNoPart() {
    run.later(() -> seen.add("later"));
    assertNull(run.pollPart("whole"));
    asWorker(() -> {
      Worker worker = Worker.get();
      run.pollHelpable(worker).execute(worker);
    });

    assertEquals(List.of("later"), seen);
  }

  @Test
  void beginsOnAThread() {
    run.begin(() -> seen.add("begun"));
    run.add(new Item("a"));
    assertEquals(1, platform.jobs.size());
    platform.runJobs();

    assertEquals(List.of("begun", "a"), seen);
  }

  @Test
  void doesNotBeginWithoutAThread() {
    platform.refusal = new IllegalStateException("full");
    RejectedExecutionException rejected =
        assertThrows(RejectedExecutionException.class, () -> run.begin(() -> seen.add("begun")));
    assertSame(platform.refusal, rejected.getCause());
    platform.refusal = new OutOfMemoryError("no memory");
    assertSame(
        platform.refusal,
        assertThrows(OutOfMemoryError.class, () -> run.begin(() -> seen.add("begun"))));
    platform.refusal = null;
    run.add(new Item("a"));
    platform.runJobs();

    assertEquals(List.of("a"), seen);
  }

  // Its end.

  @Test
  void endsOnceAndKeepsWhatIsStillToBeDone() {
    Item over = new Item("over");
    run.add(over);
    run.add(new Item("left"));
    over.isOver = true;
    run.end();
    run.end();
    platform.runJobs();

    assertEquals(List.of("left"), seen);
  }

  @Test
  void startsNothingMoreWhenItHasEnded() {
    run.end();
    ToldCall late = new ToldCall();
    run.root().submit(late);
    platform.runJobs();

    assertEquals(List.of("value null stopped", "ended 0"), late.told);
  }

  @Test
  void endsOnceForItsEngineWhichKeepsTheOthers() {
    run.end();
    AtomicReference<LocalRun> other = new AtomicReference<>();
    other.set(open(() -> {
      seen.add("closed");
      other.get().end();
    }));
    LocalRun ended = open();
    ended.end();
    ended.end();
    engine.closeNow();

    assertEquals(List.of("closed"), seen);
  }

  // Its surroundings.

  @Test
  void doesJobsAsAWorker() {
    run.execute(() -> seen.add("worker " + (Worker.get() != null)));
    platform.runJobs();
    run.schedule(Duration.ofNanos(7), () -> seen.add("timer " + (Worker.get() != null)));
    assertEquals(Duration.ofNanos(7), platform.lastAlarm().delay);
    platform.lastAlarm().job.run();

    assertEquals(List.of("worker true", "timer true"), seen);
    assertNull(Worker.get());
  }

  @Test
  void aTimerIsSetNoFurtherThanTheClockGoes() {
    Duration most = Duration.ofNanos(Long.MAX_VALUE);
    run.schedule(Duration.ofSeconds(Long.MAX_VALUE), () -> {}).cancel();
    assertEquals(most, platform.lastAlarm().delay);
    assertTrue(platform.lastAlarm().cancelled);
    run.schedule(most, () -> {});
    assertEquals(most, platform.lastAlarm().delay);
  }

  @Test
  void tellsHowManySlotsOfTheOutermostLimitAreTaken() {
    LocalRun limited = new LocalRun(engine, "w", 1, 2, () -> {});
    limited.root().submit(new ToldCall());

    assertEquals(1, limited.usedSlots());
    assertEquals(0, run.usedSlots());
  }

  @Test
  void hasTheTimeOfItsEngine() {
    platform.clock = 5;
    assertEquals(5, run.nanoTime());
    assertEquals(engine.grace(), run.grace());
  }
}
