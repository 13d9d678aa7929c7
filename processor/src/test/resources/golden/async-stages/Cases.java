package demo;

import dev.makespan.Makespan;
import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

public final class Cases {
  public static void run() {
    AnswersFlow flow = new AnswersFlow();
    List<Integer> values = List.of(1, 2, 3);
    List<Integer> wrong = List.of(1, -2, -3);
    Equivalence.assertSame(() -> Answers.both(4), () -> flow.both(4));
    Equivalence.assertSame(() -> Answers.joined(4), () -> flow.joined(4));
    Equivalence.assertSame(() -> Answers.joined(0), () -> flow.joined(0));
    Equivalence.assertSame(() -> Answers.joined(-1), () -> flow.joined(-1));
    Equivalence.assertSame(() -> Answers.mapped(values), () -> flow.mapped(values));
    Equivalence.assertSame(() -> Answers.mapped(wrong), () -> flow.mapped(wrong));
    Equivalence.assertSame(() -> Answers.some(List.of(1, -2)), () -> flow.some(List.of(1, -2)));
    Equivalence.assertSame(() -> Answers.some(wrong), () -> flow.some(wrong));
    Equivalence.assertSame(() -> Answers.missing(4), () -> flow.missing(4));
    Equivalence.assertSame(
        () -> Answers.unused(4, new AtomicInteger()), () -> flow.unused(4, new AtomicInteger()));
    Equivalence.assertSame(
        () -> Answers.eventually(new AtomicInteger(4)),
        () -> flow.eventually(new AtomicInteger(4)));
    endsWithItsStages(flow);
    failsWithTheStage(flow);
    equal(4, flow.eventually(new AtomicInteger()).join());
  }

  /** A run has ended when the stages have, also those that nobody reads. */
  private static void endsWithItsStages(AnswersFlow flow) {
    AtomicInteger stored = new AtomicInteger();
    flow.unused(4, stored).join();
    equal(5, stored.get());
  }

  /** The exception is the stage's own, where join() in the plain call would wrap it. */
  private static void failsWithTheStage(AnswersFlow flow) {
    equal(IOException.class, failure(flow.both(-4)));
    equal(IOException.class, failure(flow.request(-1)));
    equal(IOException.class, failure(flow.each(List.of(1, -2), 1)));
    equal(IOException.class, failure(flow.unused(-1, new AtomicInteger())));
    equal(IOException.class, failure(flow.blocking().request(-1)));
    equal(NullPointerException.class, failure(flow.missing(0)));
  }

  private static Class<?> failure(CompletionStage<?> stage) {
    try {
      return Makespan.join(stage).getClass();
    } catch (Throwable thrown) {
      return thrown.getClass();
    }
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual + " instead of " + expected);
    }
  }
}
