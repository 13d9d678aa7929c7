package demo;

import dev.makespan.spi.Policy;
import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

public final class Cases {
  public static void run() {
    RetriesFlow flow = new RetriesFlow();
    Equivalence.assertSame(() -> Retries.several(4), () -> flow.several(4));
    Equivalence.assertSame(() -> Retries.mapped(List.of(1, 2)), () -> flow.mapped(List.of(1, 2)));
    Equivalence.assertSame(
        () -> Retries.eventually(new AtomicInteger(5)),
        () -> flow.eventually(new AtomicInteger(5)));
    Equivalence.assertSame(
        () -> Retries.eventually(new AtomicInteger(9)),
        () -> flow.eventually(new AtomicInteger(9)));
    Equivalence.assertSame(
        () -> Retries.once(new AtomicInteger()), () -> flow.once(new AtomicInteger()));
    // The plain call makes one attempt, the flow three.
    AtomicInteger plain = new AtomicInteger();
    try {
      Retries.eventually(plain);
      throw new AssertionError("tried again");
    } catch (IOException | Retries.Refused thrown) {
      equal(1, plain.get());
    }
    equal(4, flow.eventually(new AtomicInteger()).join());
    AtomicInteger refused = new AtomicInteger(9);
    equal(true, flow.eventually(refused).handle((value, thrown) -> thrown != null).join());
    equal(10, refused.get());
    Policy all = RetriesFlow.ALL.policy();
    equal(9, all.retries());
    equal(5L, all.backoffMillis());
    equal(90_000_000_000L, all.maxBackoffMillis());
    equal(List.of(IOException.class, TimeoutException.class), all.retryOn());
    equal(List.of(Retries.Refused.class), all.neverRetryOn());
    Policy usual = RetriesFlow.NOTHING.policy();
    equal(Policy.BACKOFF_MILLIS, usual.backoffMillis());
    equal(Policy.MAX_BACKOFF_MILLIS, usual.maxBackoffMillis());
    equal(List.of(), usual.retryOn());
    equal(List.of(), usual.neverRetryOn());
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual);
    }
  }
}
