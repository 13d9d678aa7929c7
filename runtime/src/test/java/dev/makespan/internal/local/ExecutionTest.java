package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a call is told on its way through the engine, all on one thread. */
class ExecutionTest {
  private final HandDrivenPlatform platform = new HandDrivenPlatform();
  private final LocalEngine engine = new LocalEngine(platform, Map.of("db", 1));
  private final RunScope scope = engine.open("run", 1, () -> {});
  private final ToldCall call = new ToldCall();

  private int usedSlots() {
    return ((Slots) scope.limit()).used();
  }

  private int freePlaces() {
    return engine.pools().get("db").free();
  }

  private static ToldCall failing(ToldCall... stopped) {
    return new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        super.invoke();
        for (ToldCall each : stopped) {
          each.stop();
        }
        throw new IllegalStateException("bad");
      }
    };
  }

  @Test
  void startsAndEndsWithItsValue() {
    scope.submit(call);
    assertEquals(1, usedSlots());
    platform.clock = 3;
    platform.runJobs();

    assertEquals(List.of("started 3", "invoked", "value 1", "ended 3"), call.told);
    assertEquals(0, usedSlots());
    assertEquals(List.of(), platform.alarms);
  }

  @Test
  void failsIfThereIsNoSuchPool() {
    call.pool = "disk";
    scope.submit(call);

    assertEquals(List.of("failure none of [db]", "ended 0"), call.told);
    assertEquals(List.of(), List.copyOf(platform.jobs));
    assertEquals(0, usedSlots());
  }

  @Test
  void aPlaceIsTakenAndGivenBack() {
    call.pool = "db";
    scope.submit(call);
    assertEquals(0, freePlaces());
    platform.runJobs();

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), call.told);
    assertEquals(1, freePlaces());
  }

  @Test
  void isStoppedIfItsRunIsCancelledBefore() {
    scope.cancel();
    scope.submit(call);
    platform.runJobs();

    assertEquals(List.of("value null stopped", "ended 0"), call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void isStoppedIfItsRunIsCancelledBeforeItHasAThread() {
    scope.submit(call);
    scope.cancel();
    platform.runJobs();

    assertEquals(List.of("value null stopped", "ended 0"), call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void neverQueuesIfItIsStoppedBefore() {
    call.stop();
    scope.submit(call);
    platform.runJobs();

    assertEquals(List.of("value null stopped", "ended 0"), call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void endsAtOnceWhenItIsStoppedBeforeItHasAThread() {
    call.pool = "db";
    scope.submit(call);
    call.stop();
    assertEquals(List.of("value null stopped", "ended 0"), call.told);
    assertEquals(0, usedSlots());
    assertEquals(1, freePlaces());
    call.stop();
    platform.runJobs();

    assertEquals(2, call.told.size());
  }

  @Test
  void theNextGetsTheSlotOfOneThatIsStopped() {
    ToldCall next = new ToldCall();
    scope.submit(call);
    scope.submit(next);
    call.stop();
    platform.runJobs();

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), next.told);
  }

  @Test
  void oneThatIsStoppedInTheQueueTakesNoSlot() {
    ToldCall stopped = new ToldCall();
    ToldCall next = new ToldCall();
    scope.submit(call);
    scope.submit(stopped);
    scope.submit(next);
    stopped.stop();
    platform.runJobs();

    assertEquals(List.of("value null stopped", "ended 0"), stopped.told);
    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), next.told);
    assertEquals(0, usedSlots());
  }

  // No thread.

  @Test
  void failsIfNoThreadCanBeHad() {
    platform.refusal = new IllegalStateException("full");
    ToldCall next = new ToldCall();
    call.pool = "db";
    next.pool = "db";
    scope.submit(call);
    scope.submit(next);

    String failure = "failure no thread to execute the call on";
    assertEquals(List.of(failure, "ended 0"), call.told);
    assertEquals(List.of(failure, "ended 0"), next.told);
    assertEquals(0, usedSlots());
    assertEquals(1, freePlaces());
  }

  @Test
  void failsWithTheErrorThatLeavesItWithoutAThread() {
    platform.refusal = new OutOfMemoryError("no memory");
    scope.submit(call);

    assertEquals(List.of("failure no memory", "ended 0"), call.told);
  }

  @Test
  void whatIsRejectedGivesItsSlotsToTheNextWhichIsRejectedToo() {
    ToldCall next = new ToldCall();
    call.isPending = true;
    scope.submit(call);
    scope.submit(next);
    platform.runJobs();
    platform.refusal = new IllegalStateException("full");
    call.end.over(1, null);

    assertEquals(List.of("failure no thread to execute the call on", "ended 0"), next.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void isNotRejectedWhenItHasBegun() {
    Execution execution = submit();
    execution.rejected(new IllegalStateException("full"));
    execution.rejected(new IllegalStateException("full"));

    assertEquals(List.of("failure no thread to execute the call on", "ended 0"), call.told);
  }

  private Execution submit() {
    scope.submit(call);
    return (Execution) call.handle();
  }

  @Test
  void isOverForTheQueueWhenItHasBegun() {
    Execution execution = submit();
    assertFalse(execution.isOver());
    assertTrue(execution.lacksThread());
    call.isPending = true;
    platform.runJobs();

    assertTrue(execution.isOver());
    assertFalse(execution.lacksThread());
  }

  @Test
  void isNotTakenUpByOneWhoWaitsIfThatMayNotHelp() {
    call.timeoutMillis = 10;

    assertFalse(submit().lacksThread());
  }

  @Test
  void isExecutedOnce() {
    Execution execution = submit();
    Worker.of(execution.run, () -> execution.execute(Worker.get()));
    platform.runJobs();

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), call.told);
  }

  @Test
  void isBrokenByWhatItThrowsBesides() {
    ToldCall broken = new ToldCall() {
      @Override
      public boolean isUserCode() {
        throw new IllegalStateException("bug");
      }
    };
    scope.submit(broken);
    platform.runJobs();

    assertEquals(List.of("broken bug"), broken.told);
  }

  @Test
  void isBrokenByWhatItThrowsWhenItIsRejected() {
    platform.refusal = new IllegalStateException("full");
    ToldCall broken = new ToldCall() {
      @Override
      public void ended(long nanoTime, boolean overrun) {
        throw new IllegalStateException("bug");
      }
    };
    scope.submit(broken);

    assertEquals(List.of("failure no thread to execute the call on", "broken bug"), broken.told);
  }

  // Several methods in turn.

  @Test
  void changesItsSlotsWhileItRuns() {
    ToldCall next = new ToldCall();
    ToldCall turn = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        TaskCall.Stoppable own = handle();
        told.add("used " + usedSlots());
        own.giveUp();
        told.add("used " + usedSlots());
        told.add("acquired " + own.acquire(scope.limit()) + " " + usedSlots());
        told.add("wanted " + own.isWanted());
        scope.submit(next);
        told.add("wanted " + own.isWanted());
        own.giveUp();
        told.add("wanted " + own.isWanted());
        // The next one has the slot now.
        told.add("acquired " + own.acquire(scope.limit()) + " " + usedSlots());
        told.add("acquired " + own.acquire(null) + " " + usedSlots());
        return super.invoke();
      }
    };
    scope.submit(turn);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "used 1",
            "used 0",
            "acquired true 1",
            "wanted false",
            "wanted true",
            "wanted false",
            "acquired false 1",
            "acquired true 1",
            "invoked",
            "value 1",
            "ended 0"),
        turn.told);
    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), next.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void givesBackWhatItHasAcquired() {
    RunScope inner = scope.inner(1);
    ToldCall turn = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        told.add("acquired " + handle().acquire(scope.limit()) + " " + usedSlots());
        throw new IllegalStateException("bad");
      }
    };
    turn.takesSlot = false;
    inner.submit(turn);
    platform.runJobs();

    assertEquals(
        List.of("started 0", "acquired true 1", "fails bad", "failure bad", "ended 0"), turn.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void giveUpHasTheOneThatWaitsGoOn() {
    ToldCall next = new ToldCall();
    ToldCall turn = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        scope.submit(next);
        handle().giveUp();
        platform.runJobs();
        told.add("next " + next.told.size());
        return super.invoke();
      }
    };
    scope.submit(turn);
    // Else who has it executed owes the next one a thread, and comes first.
    platform.goesOn = false;
    Execution execution = (Execution) turn.handle();
    Worker.of(execution.run, () -> execution.execute(Worker.get()));
    platform.runJobs();

    assertEquals(List.of("started 0", "next 4", "invoked", "value 1", "ended 0"), turn.told);
  }

  @Test
  void whatItGivesBackForOtherSlotsGoesToTheNext() {
    ToldCall next = new ToldCall();
    ToldCall turn = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        scope.submit(next);
        told.add("acquired " + handle().acquire(null));
        return super.invoke();
      }
    };
    scope.submit(turn);
    platform.runJobs();

    assertEquals(List.of("started 0", "acquired true", "invoked", "value 1", "ended 0"), turn.told);
    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), next.told);
  }

  @Test
  void saysWhenItEntersTheUsersCodeAndLeavesIt() {
    ToldCall next = new ToldCall();
    next.takesSlot = false;
    ToldCall turn = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        handle().left();
        scope.submit(next);
        told.add("summoned " + platform.jobs.size());
        handle().entering(false);
        told.add("summoned " + platform.jobs.size());
        return super.invoke();
      }
    };
    scope.submit(turn);
    platform.jobs.remove().run();

    assertEquals(
        List.of("started 0", "summoned 0", "summoned 1", "invoked", "value 1", "ended 0"),
        turn.told);
  }

  @Test
  void noThreadComesAtOnceForAPatientOne() {
    ToldCall patient = new ToldCall() {
      @Override
      public boolean isPatient() {
        return true;
      }
    };
    scope.submit(patient);

    assertEquals(0, platform.jobs.size());
    assertEquals(1, platform.checks.size());
  }

  @Test
  void takesNoPlaceThatItIsOfferedAfterItsEnd() {
    call.pool = "db";
    scope.submit(call);
    Execution execution = (Execution) call.handle();
    call.stop();

    assertFalse(execution.offered());
    assertEquals(0, usedSlots());
  }

  @Test
  void changesNothingWhenItDoesNotRun() {
    scope.submit(call);
    TaskCall.Stoppable own = call.handle();
    assertFalse(own.acquire(scope.limit()));
    assertFalse(own.acquire(null));
    own.giveUp();
    own.entering(false);
    own.left();
    assertEquals(1, usedSlots());
    platform.runJobs();
    assertFalse(own.acquire(scope.limit()));
    own.giveUp();

    assertEquals(0, usedSlots());
  }

  // Retries.

  @Test
  void isTriedAgainWhenItsBackOffIsOver() {
    ToldCall failing = failing();
    failing.retries = 1;
    failing.pool = "db";
    scope.submit(failing);
    platform.runJobs();
    assertEquals(List.of("started 0", "invoked", "fails bad", "retrying 0"), failing.told);
    assertEquals(0, usedSlots());
    assertEquals(1, freePlaces());
    HandDrivenPlatform.Alarm backoff = platform.lastAlarm();
    assertEquals(Duration.ofNanos(50), backoff.delay);
    failing.told.clear();
    platform.clock = 50;
    backoff.job.run();
    // It goes off once, but nothing depends on it.
    backoff.job.run();
    platform.runJobs();

    assertEquals(
        List.of("started 50", "invoked", "fails bad", "failure bad", "ended 50"), failing.told);
    assertFalse(backoff.cancelled);
    assertEquals(0, usedSlots());
    assertEquals(1, freePlaces());
  }

  @Test
  void endsAtOnceWhenItIsStoppedInItsBackOff() {
    ToldCall failing = failing();
    failing.retries = 1;
    scope.submit(failing);
    platform.runJobs();
    failing.told.clear();
    failing.stop();

    assertEquals(List.of("value null stopped", "ended 0"), failing.told);
    assertTrue(platform.lastAlarm().cancelled);
    platform.lastAlarm().job.run();
    platform.runJobs();
    assertEquals(2, failing.told.size());
  }

  @Test
  void isNotTriedAgainIfItIsStopped() {
    ToldCall failing = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        told.add("interrupted " + Thread.interrupted());
        throw new IllegalStateException("bad");
      }
    };
    failing.retries = 1;
    scope.submit(failing);
    platform.runJobs();

    assertEquals(
        List.of("started 0", "interrupting", "interrupted true", "failure bad stopped", "ended 0"),
        failing.told);
  }

  @Test
  void isNotTriedAgainInACancelledRun() {
    ToldCall failing = new ToldCall() {
      @Override
      public Object invoke() {
        scope.cancel();
        throw new IllegalStateException("bad");
      }
    };
    failing.retries = 1;
    scope.submit(failing);
    platform.runJobs();

    assertEquals(
        List.of("started 0", "fails bad", "retrying 0", "value null stopped", "ended 0"),
        failing.told);
    assertEquals(List.of(), platform.alarms);
  }

  @Test
  void theSlotsOfAFailedAttemptGoToTheNext() {
    ToldCall next = new ToldCall();
    ToldCall failing = new ToldCall() {
      @Override
      public Object invoke() {
        throw new IllegalStateException("bad");
      }

      @Override
      public long retrying(long nanoTime, boolean overrun, RandomGenerator random) {
        platform.runJobs();
        told.add("next " + next.told.size());
        return 1;
      }
    };
    failing.retries = 1;
    scope.submit(failing);
    scope.submit(next);
    platform.goesOn = false;
    Execution execution = (Execution) failing.handle();
    Worker.of(execution.run, () -> {
      Worker worker = Worker.get();
      execution.execute(worker);
    });
    platform.runJobs();

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), next.told);
  }

  @Test
  void aStoppedCallSaysSoThoughItHasAValue() {
    ToldCall stopped = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        boolean unused = Thread.interrupted();
        return super.invoke();
      }
    };
    scope.submit(stopped);
    platform.runJobs();

    assertEquals(
        List.of("started 0", "interrupting", "invoked", "value 1 stopped", "ended 0"),
        stopped.told);
  }

  // Places and slots.

  @Test
  void whoFindsNoPlaceGivesItsSlotToOneThatNeedsNone() {
    RunScope other = engine.open("other", 1, () -> {});
    call.pool = "db";
    call.isPending = true;
    other.submit(call);
    ToldCall pooled = new ToldCall();
    pooled.pool = "db";
    ToldCall busy = new ToldCall();
    busy.isPending = true;
    ToldCall plain = new ToldCall();
    scope.submit(busy);
    scope.submit(pooled);
    scope.submit(plain);
    platform.runJobs();
    busy.end.over(1, null);
    platform.runJobs();
    assertEquals(List.of(), pooled.told);
    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), plain.told);
    call.end.over(1, null);
    platform.runJobs();

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), pooled.told);
  }

  @Test
  void waitsForNothingOfAFutureThatIsDone() {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    ToldCall waiting = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        scope.await(done);
        return super.invoke();
      }
    };
    scope.submit(waiting);
    platform.runJobs();

    assertEquals(List.of("started 0", "waits", "invoked", "value 1", "ended 0"), waiting.told);
  }
}
