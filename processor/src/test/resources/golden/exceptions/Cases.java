package demo;

import dev.makespan.testing.Equivalence;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

public final class Cases {
  public static void run() {
    FailingFlow flow = new FailingFlow();
    String[] texts = {"8", "0", "io", "late", "x", "seven"};
    for (String left : texts) {
      for (String right : texts) {
        Equivalence.assertSame(() -> Failing.quotient(left, right), () -> flow.quotient(left, right));
        Equivalence.assertSame(() -> Failing.firstWins(left, right), () -> flow.firstWins(left, right));
      }
    }
    try {
      flow.blocking().quotient("io", "1");
      throw new AssertionError("no failure");
    } catch (IOException expected) {
      if (!expected.getMessage().equals("cannot read io")) {
        throw new AssertionError(expected);
      }
    } catch (TimeoutException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
