package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attempts that wait below others on one stack, and their interrupts. */
class StackedAttemptsTest extends AttemptFixture {
  /** Executes a call on top of the one that runs. */
  private void perform(ToldCall inner) {
    inner.takesSlot = false;
    scope.perform(inner);
  }

  /** A call that stops another one while it runs. */
  private static ToldCall stopping(ToldCall outer) {
    return new ToldCall() {
      @Override
      public Object invoke() {
        outer.stop();
        tellInterrupt(this);
        return 1;
      }
    };
  }

  @Test
  void theOuterAttemptIsInterruptedAgainWhenTheInnerIsOver() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        ToldCall inner = stopping(this);
        perform(inner);
        told.addAll(inner.told);
        tellInterrupt(this);
        return super.invoke();
      }
    };
    run(outer);

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

  @Test
  void anInterruptOfTheOuterThatIsThereAlreadyIsNotTheInnerOnes() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        stop();
        ToldCall inner = new ToldCall() {
          @Override
          public Object invoke() {
            tellInterrupt(this);
            return 1;
          }
        };
        perform(inner);
        told.addAll(inner.told);
        tellInterrupt(this);
        return super.invoke();
      }
    };
    run(outer);

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
            ToldCall inner = stopping(own);
            perform(inner);
            told.addAll(inner.told);
            tellInterrupt(this);
            return 1;
          }
        };
        perform(waiting);
        told.addAll(waiting.told);
        return super.invoke();
      }
    };
    run(outer);

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
    run(call);

    assertEquals("interrupted true", call.told.get(2));
    assertFalse(attempts.get(0).hasInterrupted());
  }

  @Test
  void theOuterAttemptIsInterruptedAtOnceWhenItIsOnTopAgain() {
    ToldCall outer = new ToldCall() {
      @Override
      public Object invoke() throws Throwable {
        ToldCall inner = new ToldCall();
        perform(inner);
        stop();
        tellInterrupt(this);
        return super.invoke();
      }
    };
    run(outer);

    assertEquals("interrupted true", outer.told.get(2));
  }
}
