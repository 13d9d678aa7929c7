package demo;

import dev.makespan.spi.Policy;
import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

public final class Cases {
  public static void run() {
    RetriesFlow flow = new RetriesFlow();
    Equivalence.assertSame(() -> Retries.several(4), () -> flow.several(4));
    Equivalence.assertSame(() -> Retries.mapped(List.of(1, 2)), () -> flow.mapped(List.of(1, 2)));
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
