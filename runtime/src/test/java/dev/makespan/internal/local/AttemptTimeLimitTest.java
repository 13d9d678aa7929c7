package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time limits and interrupts of single attempts, all on one thread. */
class AttemptTimeLimitTest extends AttemptFixture {
  @Test
  void aTimeLimitIsForgottenWhenTheAttemptIsOver() {
    ToldCall call = new ToldCall();
    call.timeoutMillis = 5;
    run(call);

    assertEquals(List.of("started 0", "invoked", "value 1", "ended 0"), call.told);
    assertEquals(Duration.ofMillis(5), alarm(0).delay);
    assertTrue(alarm(0).cancelled);
    alarm(0).job.run();
    assertEquals(4, call.told.size());
  }

  @Test
  void aMethodThatIsLateIsInterruptedAndFailsAtOnce() {
    ToldCall call = late(() -> {});
    run(call);

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
    run(call);

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
    run(call);

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
    run(call);

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
    run(call);

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
    run(call);

    assertEquals(1, call.told.stream().filter("timed out"::equals).count());
  }

  @Test
  void isNotLateAfterItWasStopped() {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        goOff(alarm(0));
        tellInterrupt(this);
        return super.invoke();
      }
    };
    call.timeoutMillis = 5;
    run(call);

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
    run(call);

    assertEquals("cancelled false", call.told.get(1));
    assertEquals(Duration.ofMillis(1), alarm(0).delay);
  }
}
