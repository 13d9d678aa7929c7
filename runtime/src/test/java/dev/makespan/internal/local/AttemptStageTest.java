package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages that single attempts leave pending, all on one thread. */
class AttemptStageTest extends AttemptFixture {
  @Test
  void isOverWhenItsStageIsAndGoesOnOnAThreadOfTheEngine() {
    ToldCall call = leavePending(new ToldCall());
    assertEquals(1, usedSlots());
    call.end.over("x", null);
    assertEquals(List.of(), call.told);
    platform.runJobs();

    assertEquals(List.of("forget", "value x", "ended 0"), call.told);
    assertEquals(0, usedSlots());
  }

  @Test
  void failsWithItsStage() {
    ToldCall call = leavePending(new ToldCall());
    call.end.over(null, new IllegalStateException("bad"));
    platform.runJobs();

    assertEquals(List.of("forget", "fails bad", "failure bad", "ended 0"), call.told);
  }

  @Test
  void goesOnWhereTheStageEndsIfThereIsNoThread() {
    ToldCall call = leavePending(new ToldCall());
    platform.refusal = new IllegalStateException("full");
    call.end.over("x", null);

    assertEquals(List.of("forget", "value x", "ended 0"), call.told);
  }

  @Test
  void theSecondEndOfAStageIsIgnored() {
    ToldCall call = leavePending(new ToldCall());
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
    run(call);

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
    run(call);

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
    run(call);

    assertEquals(
        List.of("started 0", "invoked", "fails no stage", "failure no stage", "ended 0"),
        call.told);
  }

  @Test
  void aStoppedStageIsCancelledOnceOnAThreadOfTheEngine() {
    ToldCall call = leavePending(new ToldCall());
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
    ToldCall call = leavePending(new ToldCall());
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
    call.timeoutMillis = 5;
    leavePending(call);
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
    run(call);

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
    run(call);

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
    run(call);

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
    assertEquals(List.of(), leavePending(new ToldCall()).told);
  }
}
