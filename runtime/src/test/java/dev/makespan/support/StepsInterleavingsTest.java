package dev.makespan.support;

import dev.makespan.interleaving.Interleavings;
import dev.makespan.interleaving.Race;
import dev.makespan.interleaving.SeededBug;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that waits for two others, which end at the same time. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StepsInterleavingsTest {
  @Test
  void startsOnceAndAllIsOverOnce() {
    Interleavings.hold(TwoInputs.class);
  }

  @Test
  void isOverOnceHoweverItIsStopped() {
    Interleavings.hold(InputAndStop.class);
  }

  @Test
  void isDroppedIfOneOfThemFailsAndAllIsOverOnce() {
    Interleavings.hold(ValueAndFailure.class);
  }

  @Test
  void anEndWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Steps.class, "ended"), TwoInputs.class, "times");
  }

  @Test
  void aStopWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Steps.class, "stop"), InputAndStop.class, "times");
  }

  @Test
  void aFailureWithoutTheLockIsFound() {
    Interleavings.find(SeededBug.unlocked(Steps.class, "failing"), ValueAndFailure.class, "times");
  }

  /** Does what a body does with its steps. */
  private static final class ThreeSteps {
    final Steps steps = new Steps(0, null, false);
    final Step<Object> a = new Step<>(null, 0, null, null);
    final Step<Object> b = new Step<>(null, 1, null, null);
    final Step<Object> both = new Step<>(null, 2, null, null);
    final AtomicInteger launched = new AtomicInteger();
    final AtomicInteger over = new AtomicInteger();

    ThreeSteps() {
      steps.add(a, new Object[0], List.of(), List.of(), false);
      steps.add(b, new Object[0], List.of(), List.of(), false);
      steps.add(both, new Object[] {a, b}, List.of(), List.of(), false);
      Race.verify(steps.wired(null).steps().equals(List.of(a, b)), "two are ready");
    }

    void end(Step<?> step, Outcome outcome) {
      Steps.Change change = steps.ended(step, outcome);
      for (Step<?> ready : change.steps()) {
        launched.incrementAndGet();
        end(ready, value());
      }
      over(change);
    }

    void over(Steps.Change change) {
      if (change.over()) {
        over.incrementAndGet();
      }
    }

    void verify(int mostLaunched) {
      int times = launched.get();
      Race.verify(times <= mostLaunched, "launched " + times + " times");
      Race.verify(over.get() == 1, "over " + over.get() + " times");
    }
  }

  private static Outcome value() {
    return new Outcome(1, null, false, null);
  }

  static final class TwoInputs extends Race {
    @Override
    public void run() {
      ThreeSteps body = new ThreeSteps();
      race(() -> body.end(body.a, value()), () -> body.end(body.b, value()));
      body.verify(1);
      verify(body.launched.get() == 1, "launched 0 times");
    }
  }

  static final class InputAndStop extends Race {
    @Override
    public void run() {
      ThreeSteps body = new ThreeSteps();
      body.end(body.a, value());
      race(() -> body.end(body.b, value()), () -> body.over(body.steps.stop()));
      body.verify(1);
    }
  }

  static final class ValueAndFailure extends Race {
    @Override
    public void run() {
      ThreeSteps body = new ThreeSteps();
      Failure failure = new Failure(new IllegalStateException());
      race(() -> body.end(body.a, value()), () -> {
        body.steps.failing(body.b, failure);
        body.end(body.b, new Outcome(null, failure, false, null));
      });
      body.verify(0);
      verify(body.steps.end().failures().size() == 1, "failed several times");
    }
  }
}
