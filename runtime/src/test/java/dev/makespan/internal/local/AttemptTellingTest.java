package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What happens to an attempt while its call is told of a timeout or an interrupt, on one thread.
 */
class AttemptTellingTest extends AttemptFixture {
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
    call.timeoutMillis = 5;
    leavePending(call);
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
    leavePending(call);
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
    call.timeoutMillis = 5;
    leavePending(call);
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
    call.timeoutMillis = 5;
    leavePending(call);
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
    call.timeoutMillis = 5;
    leavePending(call);
    goOff(alarm(0));
    assertEquals("broken bug", call.told.get(0));
    call.end.over("x", null);
    platform.runJobs();

    assertEquals("ended 0", call.told.get(call.told.size() - 1));
  }
}
