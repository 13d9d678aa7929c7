package demo;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

public final class Cases {
  private static final FailuresFlow FLOW = new FailuresFlow();

  public static void run() {
    failingInput();
    independentFailures();
    laterFailsFirst();
    earlierFailsFirst();
    unusedFailsLast();
  }

  private static void failingInput() {
    Equivalence.assertSame(() -> Failures.failingInput(7), () -> FLOW.failingInput(7));
    Failures.STARTED.clear();
    Equivalence.assertSame(() -> Failures.failingInput(-7), () -> FLOW.failingInput(-7));
    check(Failures.STARTED.isEmpty(), "started without input: " + Failures.STARTED);
  }

  private static void independentFailures() {
    for (int bits = 0; bits < 8; bits++) {
      int a = (bits & 1) == 0 ? 1 : -1;
      int b = (bits & 2) == 0 ? 2 : -2;
      int c = (bits & 4) == 0 ? 3 : -3;
      Equivalence.assertSame(
          () -> Failures.independent(a, b, c), () -> FLOW.independent(a, b, c));
    }
  }

  private static void laterFailsFirst() {
    Equivalence.assertSame(
        () -> Failures.laterFailsFirst(Gates.open()), () -> FLOW.laterFailsFirst(Gates.open()));
    Throwable failure = failure(FLOW.laterFailsFirst(Gates.closed()));
    check(failure instanceof IOException, "not the failure that is written first: " + failure);
    List<Throwable> suppressed = List.of(failure.getSuppressed());
    check(suppressed.stream().anyMatch(each -> each instanceof TimeoutException), "lost: late");
  }

  private static void earlierFailsFirst() {
    Equivalence.assertSame(
        () -> Failures.earlierFailsFirst(Gates.open()),
        () -> FLOW.earlierFailsFirst(Gates.open()));
    Throwable failure = failure(FLOW.earlierFailsFirst(Gates.closed()));
    check(failure instanceof IOException, "not the task's failure: " + failure);
    List<Throwable> suppressed = List.of(failure.getSuppressed());
    check(
        suppressed.stream().noneMatch(each -> each instanceof InterruptedException),
        "our interrupt is no failure: " + suppressed);
  }

  private static void unusedFailsLast() {
    Equivalence.assertSame(
        () -> Failures.unusedFailsLast(Gates.open()), () -> FLOW.unusedFailsLast(Gates.open()));
    Throwable failure = failure(FLOW.unusedFailsLast(Gates.closed()));
    check(failure instanceof IOException, "not the unused call's failure: " + failure);
  }

  private static Throwable failure(Run<?> run) {
    try {
      throw new AssertionError("no failure but " + Makespan.join(run));
    } catch (Exception failure) {
      return failure;
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
