package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time limits, interrupts and stages of single attempts, all on one thread. */
class AttemptTest {
  private final HandDrivenPlatform platform = new HandDrivenPlatform();
  private final LocalEngine engine = new LocalEngine(platform);
  private final RunScope scope = engine.open("run", 1, () -> {});

  @AfterEach
  void leavesNoInterruptBehind() {
    assertFalse(Thread.interrupted());
  }

  private int usedSlots() {
    return ((Slots) scope.limit()).used();
  }

  private ToldCall pending() {
    ToldCall call = new ToldCall();
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();
    assertEquals(List.of("started 0", "invoked", "pending"), call.told);
    call.told.clear();
    return call;
  }

  /** The timer that was set so long after the first one. */
  private HandDrivenPlatform.Alarm alarm(int number) {
    return platform.alarms.get(number);
  }

  private void goOff(HandDrivenPlatform.Alarm alarm) {
    assertFalse(alarm.cancelled);
    alarm.job.run();
  }

  // Time limits.

  @Test
  void aTimeLimitIsForgottenWhenTheAttemptIsOver() {
    ToldCall call = new ToldCall();
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), call.told);
    assertEquals(Duration.ofMillis(5), alarm(0).delay);
    assertTrue(alarm(0).cancelled);
    alarm(0).job.run();
    assertEquals(4, call.told.size());
  }

  /** Has its time limit end while the method runs. */
  private ToldCall late(Runnable then) {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        goOff(platform.lastAlarm());
        told.add("interrupted " + Thread.currentThread().isInterrupted());
        then.run();
        return super.invoke();
      }
    };
    call.timeoutMillis = 5;
    return call;
  }

  @Test
  void aMethodThatIsLateIsInterruptedAndFailsAtOnce() {
    ToldCall call = late(() -> {});
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "timed out",
            "fails late",
            "failure late",
            "interrupting",
            "interrupted true",
            "invoked",
            "ended 0"),
        call.told);
    assertEquals(engine.grace(), alarm(1).delay);
    assertTrue(alarm(1).cancelled);
    assertEquals(0, usedSlots());
  }

  @Test
  void aLateMethodThatIgnoresItsInterruptIsAnOverrun() {
    ToldCall call = late(() -> goOff(platform.lastAlarm()));
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "timed out",
            "fails late",
            "failure late",
            "interrupting",
            "interrupted true",
            "ended 0 overrun",
            "invoked"),
        call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void aLateMethodIsTriedAgainWhenItHasReturned() {
    ToldCall call = late(() -> {});
    call.retries = 1;
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "timed out",
            "fails late",
            "interrupting",
            "interrupted true",
            "invoked",
            "retrying 0"),
        call.told);
  }

  @Test
  void aLateMethodIsTriedAgainBesideItsOverrun() {
    ToldCall call = late(() -> goOff(platform.lastAlarm()));
    call.retries = 1;
    scope.submit(call);
    platform.runJobs();

    assertEquals("retrying 0 overrun", call.told.get(5));
    assertEquals("invoked", call.told.get(6));
    assertEquals(7, call.told.size());
  }

  @Test
  void aLateMethodThatIsStoppedThenHasNoOutcome() {
    ToldCall[] own = new ToldCall[1];
    ToldCall call = late(() -> own[0].stop());
    own[0] = call;
    call.retries = 1;
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "timed out",
            "fails late",
            "interrupting",
            "interrupted true",
            "interrupting",
            "invoked",
            "value null stopped",
            "ended 0"),
        call.told);
    assertEquals(2, platform.alarms.size(), "there is one grace period");
  }

  @Test
  void isLateOnce() {
    ToldCall call = late(() -> alarm(0).job.run());
    scope.submit(call);
    platform.runJobs();

    assertEquals(1, call.told.stream().filter("timed out"::equals).count());
  }

  @Test
  void isNotLateAfterItWasStopped() {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        goOff(alarm(0));
        told.add("interrupted " + Thread.currentThread().isInterrupted());
        return super.invoke();
      }
    };
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "interrupting",
            "interrupted true",
            "invoked",
            "value 1 stopped",
            "ended 0"),
        call.told);
  }

  @Test
  void aLimitThatEndsBeforeItsTimerIsKnownIsTakenBack() {
    HandDrivenPlatform hasty = new HandDrivenPlatform() {
      @Override
      public RunScope.Timer schedule(Duration delay, Runnable job) {
        RunScope.Timer alarm = super.schedule(delay, job);
        job.run();
        return alarm;
      }
    };
    ToldCall call = new ToldCall();
    call.timeoutMillis = 5;
    new LocalEngine(hasty).open("run", 0, () -> {}).submit(call);
    hasty.runJobs();
    boolean interrupted = Thread.interrupted();

    assertEquals(
        List.of(
            "started 0",
            "timed out",
            "fails late",
            "failure late",
            "interrupting",
            "ended 0 overrun",
            "invoked"),
        call.told);
    assertFalse(interrupted);
    assertEquals(2, hasty.alarms.size());
    assertTrue(hasty.alarms.get(0).cancelled, "the limit");
  }

  @Test
  void aTimerThatIsNotDueIsKept() {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        told.add("cancelled " + alarm(0).cancelled);
        return super.invoke();
      }
    };
    call.timeoutMillis = 1;
    scope.submit(call);
    platform.runJobs();

    assertEquals("cancelled false", call.told.get(1));
    assertEquals(Duration.ofMillis(1), alarm(0).delay);
  }

  // Stages.

  @Test
  void isOverWhenItsStageIsAndGoesOnOnAThreadOfTheEngine() {
    ToldCall call = pending();
    assertEquals(1, usedSlots());
    call.end.over("x", null);
    assertEquals(List.of(), call.told);
    platform.runJobs();

    assertEquals(List.of("forget", "value x", "ended 0"), call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void failsWithItsStage() {
    ToldCall call = pending();
    call.end.over(null, new IllegalStateException("bad"));
    platform.runJobs();

    assertEquals(List.of("forget", "fails bad", "failure bad", "ended 0"), call.told);
  }

  @Test
  void goesOnWhereTheStageEndsIfThereIsNoThread() {
    ToldCall call = pending();
    platform.refusal = new IllegalStateException("full");
    call.end.over("x", null);

    assertEquals(List.of("forget", "value x", "ended 0"), call.told);
  }

  @Test
  void theSecondEndOfAStageIsIgnored() {
    ToldCall call = pending();
    call.end.over("x", null);
    call.end.over("y", null);
    platform.runJobs();

    assertEquals(List.of("forget", "value x", "ended 0"), call.told);
  }

  @Test
  void aStageThatIsOverAlreadyNeedsNoOtherThread() {
    ToldCall call = new ToldCall() {
      @Override
      public void whenOver(End<Object> toTell) throws Throwable {
        super.whenOver(toTell);
        toTell.over("x", null);
        told.add("subscribed");
      }
    };
    call.isPending = true;
    scope.submit(call);
    platform.jobs.remove().run();

    assertEquals(
        List.of(
            "started 0",
            "invoked",
            "pending",
            "subscribed",
            "forget",
            "value x",
            "ended 0",
            "forget"),
        call.told);
    assertEquals(0, platform.jobs.size());
  }

  @Test
  void aStageThatIsOverBeforeItRefusesIsOver() {
    ToldCall call = new ToldCall() {
      @Override
      public void whenOver(End<Object> toTell) {
        toTell.over("x", null);
        throw new IllegalStateException("refused");
      }
    };
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();

    assertTrue(call.told.contains("value x"), call.told.toString());
  }

  @Test
  void failsIfItsStageRefuses() {
    ToldCall call = new ToldCall() {
      @Override
      public void whenOver(End<Object> toTell) {
        throw new IllegalStateException("refused");
      }
    };
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "invoked",
            "forget",
            "fails refused",
            "failure refused",
            "ended 0",
            "forget"),
        call.told);
  }

  @Test
  void failsIfWhatItLeavesPendingIsNotToBeHad() {
    ToldCall call = new ToldCall() {
      @Override
      public Pending<Object> pending(Object returned) {
        throw new IllegalStateException("no stage");
      }
    };
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of("started 0", "invoked", "fails no stage", "failure no stage", "ended 0"),
        call.told);
  }

  @Test
  void aStoppedStageIsCancelledOnceOnAThreadOfTheEngine() {
    ToldCall call = pending();
    call.stop();
    assertEquals(List.of("interrupting"), call.told);
    assertFalse(Thread.currentThread().isInterrupted(), "the thread has left it");
    call.stop();
    platform.runJobs();
    assertEquals(List.of("interrupting", "cancel"), call.told);
    call.end.over(null, new IllegalStateException("cancelled"));
    platform.runJobs();

    assertEquals(
        List.of("interrupting", "cancel", "forget", "failure cancelled stopped", "ended 0"),
        call.told);
    assertTrue(platform.lastAlarm().cancelled);
  }

  @Test
  void aStageThatIgnoresItsCancellationIsAnOverrun() {
    ToldCall call = pending();
    call.stop();
    platform.runJobs();
    goOff(platform.lastAlarm());
    assertEquals(
        List.of("interrupting", "cancel", "forget", "value null stopped", "ended 0 overrun"),
        call.told);
    call.end.over("x", null);
    platform.runJobs();

    assertEquals(5, call.told.size());
  }

  @Test
  void aLateStageIsCancelled() {
    ToldCall call = new ToldCall();
    call.isPending = true;
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();
    call.told.clear();
    goOff(alarm(0));
    platform.runJobs();

    assertEquals(
        List.of("timed out", "fails late", "failure late", "interrupting", "cancel"), call.told);
    call.stop();
    platform.runJobs();
    assertEquals(List.of("interrupting"), call.told.subList(5, call.told.size()));
  }

  @Test
  void aStageOfAStoppedMethodIsCancelledWhenItIsThere() {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        return super.invoke();
      }
    };
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();

    assertEquals(List.of("started 0", "interrupting", "invoked", "pending", "cancel"), call.told);
    call.end.over(1, null);
    platform.runJobs();
    assertEquals(
        List.of("forget", "value 1 stopped", "ended 0"), call.told.subList(5, call.told.size()));
  }

  @Test
  void aStageThatComesAfterTheGracePeriodIsCancelledAndNotWaitedFor() {
    ToldCall call = late(() -> goOff(platform.lastAlarm()));
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of("ended 0 overrun", "invoked", "cancel"),
        call.told.subList(call.told.indexOf("ended 0 overrun"), call.told.size()));
  }

  @Test
  void aStageIsForgottenIfTheGracePeriodEndsWhileItIsSubscribedTo() {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        return super.invoke();
      }

      @Override
      public void whenOver(End<Object> toTell) throws Throwable {
        super.whenOver(toTell);
        goOff(platform.lastAlarm());
        told.add("subscribed");
      }
    };
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();

    assertEquals(
        List.of(
            "pending",
            "forget",
            "value null stopped",
            "ended 0 overrun",
            "subscribed",
            "forget",
            "cancel"),
        call.told.subList(3, call.told.size()));
  }

  @Test
  void aStageThatIsNotOverIsNotForgotten() {
    assertEquals(List.of(), pending().told);
  }

  // While it is told something.

  @Test
  void isOverWhenItHasBeenToldThatItIsLate() {
    ToldCall call = new ToldCall() {
      @Override
      public Throwable timedOut() {
        end.over("x", null);
        platform.runJobs();
        return super.timedOut();
      }
    };
    call.isPending = true;
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();
    call.told.clear();
    goOff(alarm(0));
    platform.runJobs();

    // It isn't interrupted any more.
    assertEquals(
        List.of("forget", "timed out", "fails late", "failure late", "ended 0"), call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void isOverWhenItHasBeenToldOfItsInterrupt() {
    ToldCall call = new ToldCall() {
      @Override
      public void interrupting() {
        super.interrupting();
        end.over("x", null);
        platform.runJobs();
        told.add("told");
      }
    };
    call.isPending = true;
    scope.submit(call);
    platform.runJobs();
    call.told.clear();
    call.stop();
    platform.runJobs();

    assertEquals(
        List.of("interrupting", "forget", "told", "value x stopped", "ended 0"), call.told);
    assertEquals(0, platform.alarms.size());
  }

  @Test
  void isOverWhenTheLastThatTellsSomethingIsBack() {
    ToldCall call = new ToldCall() {
      @Override
      public Throwable timedOut() {
        stop();
        return super.timedOut();
      }

      @Override
      public void interrupting() {
        super.interrupting();
        end.over("x", null);
        platform.runJobs();
        told.add("told");
      }
    };
    call.isPending = true;
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();
    call.told.clear();
    goOff(alarm(0));
    platform.runJobs();

    assertEquals(
        List.of(
            "interrupting", "forget", "told", "timed out", "fails late", "failure late", "ended 0"),
        call.told);
  }

  @Test
  void isNotLateWhileItIsToldOfItsStop() {
    ToldCall call = new ToldCall() {
      private boolean isTold;

      @Override
      public void interrupting() {
        super.interrupting();
        if (!isTold) {
          isTold = true;
          goOff(alarm(0));
        }
      }
    };
    call.isPending = true;
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();
    call.told.clear();
    call.stop();
    platform.runJobs();

    // The limit is over while it is told of the stop, which came first.
    assertEquals(List.of("interrupting", "cancel"), call.told);
  }

  @Test
  void isBrokenByWhatItIsToldAndThrows() {
    ToldCall call = new ToldCall() {
      @Override
      public Throwable timedOut() {
        throw new IllegalStateException("bug");
      }
    };
    call.isPending = true;
    call.timeoutMillis = 5;
    scope.submit(call);
    platform.runJobs();
    goOff(alarm(0));
    assertEquals("broken bug", call.told.get(3));
    call.end.over("x", null);
    platform.runJobs();

    assertEquals("ended 0", call.told.get(call.told.size() - 1));
  }

  // Attempts on one stack.

  @Test
  void theOuterAttemptIsInterruptedAgainWhenTheInnerIsOver() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        ToldCall inner = inner(this);
        inner.takesSlot = false;
        scope.perform(inner);
        told.addAll(inner.told);
        told.add("interrupted " + Thread.currentThread().isInterrupted());
        return super.invoke();
      }
    };
    scope.submit(outer);
    platform.runJobs();

    assertEquals(
        List.of(
            "started 0",
            "interrupting",
            "started 0",
            "interrupted false",
            "value 1",
            "ended 0",
            "interrupted true",
            "invoked",
            "value 1 stopped",
            "ended 0"),
        outer.told);
  }

  private static ToldCall inner(ToldCall outer) {
    return new ToldCall() {
      @Override
      public Object invoke() {
        outer.stop();
        told.add("interrupted " + Thread.currentThread().isInterrupted());
        return 1;
      }
    };
  }

  @Test
  void anInterruptOfTheOuterThatIsThereAlreadyIsNotTheInnerOnes() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        ToldCall inner = new ToldCall() {
          @Override
          public Object invoke() {
            told.add("interrupted " + Thread.currentThread().isInterrupted());
            return 1;
          }
        };
        inner.takesSlot = false;
        scope.perform(inner);
        told.addAll(inner.told);
        told.add("interrupted " + Thread.currentThread().isInterrupted());
        return super.invoke();
      }
    };
    scope.submit(outer);
    platform.runJobs();

    assertEquals(
        List.of("interrupted false", "value 1", "ended 0", "interrupted true"),
        outer.told.subList(3, 7));
  }

  @Test
  void anInterruptOfTheOutermostComesToAllThatWaitAboveIt() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        ToldCall own = this;
        ToldCall waiting = new ToldCall() {
          @Override
          public Object invoke() {
            ToldCall inner = inner(own);
            inner.takesSlot = false;
            scope.perform(inner);
            told.addAll(inner.told);
            told.add("interrupted " + Thread.currentThread().isInterrupted());
            return 1;
          }
        };
        waiting.takesSlot = false;
        scope.perform(waiting);
        told.addAll(waiting.told);
        return super.invoke();
      }
    };
    scope.submit(outer);
    platform.runJobs();

    assertEquals(
        List.of("interrupted false", "value 1", "ended 0", "interrupted true", "value 1"),
        outer.told.subList(4, 9));
  }

  @Test
  void hasInterruptedNobodyWhenItIsOver() {
    List<Attempt> attempts = new ArrayList<>();
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        attempts.add(Worker.get().executing());
        stop();
        told.add("interrupted " + attempts.get(0).hasInterrupted());
        return super.invoke();
      }
    };
    scope.submit(call);
    platform.runJobs();

    assertEquals("interrupted true", call.told.get(2));
    assertFalse(attempts.get(0).hasInterrupted());
  }

  @Test
  void theOuterAttemptIsInterruptedAtOnceWhenItIsOnTopAgain() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        ToldCall inner = new ToldCall();
        inner.takesSlot = false;
        scope.perform(inner);
        stop();
        told.add("interrupted " + Thread.currentThread().isInterrupted());
        return super.invoke();
      }
    };
    scope.submit(outer);
    platform.runJobs();

    assertEquals("interrupted true", outer.told.get(2));
  }
}
