package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.makespan.spi.RunScope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A run with one slot whose calls are executed on the test's thread, and whose timers it rings. */
abstract class AttemptFixture {
  final HandDrivenPlatform platform = new HandDrivenPlatform();
  final LocalEngine engine = new LocalEngine(platform);
  final RunScope scope = engine.open("run", 1, () -> {});

  @AfterEach
  void leavesNoInterruptBehind() {
    assertFalse(Thread.interrupted());
  }

  final int usedSlots() {
    return ((Slots) scope.limit()).used();
  }

  /** Submits a call and executes what is ready. */
  final void run(ToldCall call) {
    scope.submit(call);
    platform.runJobs();
  }

  /** Runs a call that returns a stage; what it was told up to there is forgotten. */
  final ToldCall leavePending(ToldCall call) {
    call.isPending = true;
    run(call);
    assertEquals(List.of("started 0", "invoked", "pending"), call.told);
    call.told.clear();
    return call;
  }

  /** A call with a time limit that ends while its method runs. */
  final ToldCall late(Runnable then) {
    ToldCall call = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        goOff(platform.lastAlarm());
        tellInterrupt(this);
        then.run();
        return super.invoke();
      }
    };
    call.timeoutMillis = 5;
    return call;
  }

  /** Has a call note whether its thread is interrupted. */
  static void tellInterrupt(ToldCall call) {
    call.told.add("interrupted " + Thread.currentThread().isInterrupted());
  }

  /** The timer that was set so long after the first one. */
  final HandDrivenPlatform.Alarm alarm(int number) {
    return platform.alarms.get(number);
  }

  static void goOff(HandDrivenPlatform.Alarm alarm) {
    assertFalse(alarm.cancelled);
    alarm.job.run();
  }
}
