package demo;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

public final class Cases {
  private static final LimitsFlow FLOW = new LimitsFlow();

  public static void run() {
    for (int a : new int[] {1, 10}) {
      for (int b : new int[] {2, 20}) {
        Equivalence.assertSame(() -> Limits.two(a, b), () -> FLOW.two(a, b));
        Equivalence.assertSame(() -> Limits.nested(a, b), () -> FLOW.nested(a, b));
        Equivalence.assertSame(() -> Limits.asCause(a, b), () -> FLOW.asCause(a, b));
        Equivalence.assertSame(() -> Limits.twoBare(a, b), () -> FLOW.twoBare(a, b));
        Equivalence.assertSame(
            () -> Limits.all(List.of(a, b)), () -> FLOW.all(List.of(a, b)));
      }
    }
    for (int i = 0; i < 20; i++) {
      check(failure(FLOW.two(10, 20)) == Limits.FULL, "another instance");
      check(failure(FLOW.nested(10, 20)) == Limits.FULL, "another instance");
      check(failure(FLOW.asCause(10, 20)) == Limits.FULL, "another instance");
      check(failure(FLOW.all(List.of(10, 20, 30))) == Limits.FULL, "another instance");
      check(failure(FLOW.twoBare(10, 20)) == Limits.Bare.INSTANCE, "another instance");
    }
    isWritable(Limits.FULL);
    isWritable(Limits.Bare.INSTANCE);
  }

  /** Neither suppressed in itself nor longer with each run that it failed. */
  private static void isWritable(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      check(suppressed != failure, "suppressed in itself");
    }
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    check(text.toString().lines().count() < 100, "a trace that grows:\n" + text);
    check(!text.toString().contains("CIRCULAR"), "a circle:\n" + text);
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
