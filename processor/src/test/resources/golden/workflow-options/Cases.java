package demo;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.TaskTimeoutException;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.CountDownLatch;

public final class Cases {
  public static void run() {
    PlansFlow flow = new PlansFlow();
    List<Integer> values = List.of(1, 2);
    Equivalence.assertSame(() -> Plans.timed(4), () -> flow.timed(4));
    Equivalence.assertSame(() -> Plans.quick(4), () -> flow.quick(4));
    Equivalence.assertSame(() -> Plans.all(4), () -> flow.all(4));
    Equivalence.assertSame(() -> Plans.mapped(values), () -> flow.mapped(values));
    Equivalence.assertSame(() -> Plans.usual(4), () -> flow.usual(4));
    CountDownLatch open = new CountDownLatch(0);
    CountDownLatch closed = new CountDownLatch(1);
    Equivalence.assertSame(() -> Plans.first(open, false), () -> flow.first(open, false));
    timesOut(flow.late(closed));
    timesOut(flow.around(closed));
    fails(flow.first(closed, true));
    // Where only one call can fail, nothing can come before it.
    Equivalence.assertSame(() -> Plans.timed(-1), () -> flow.timed(-1));
    Equivalence.assertSame(() -> Plans.quick(-1), () -> flow.quick(-1));
  }

  private static void timesOut(Run<?> run) {
    try {
      Makespan.join(run);
      throw new AssertionError("it has all the time in the world");
    } catch (TaskTimeoutException late) {
      if (!late.task().equals("demo.Plans.late")) {
        throw late;
      }
    }
  }

  /** The failure cancels what is written above it. */
  private static void fails(Run<?> run) {
    try {
      Makespan.join(run);
      throw new AssertionError("nothing has failed");
    } catch (IllegalStateException failure) {
      if (!failure.getMessage().equals("failed")) {
        throw failure;
      }
    }
  }
}
