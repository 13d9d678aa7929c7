package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    UnusedFlow flow = new UnusedFlow();
    for (int b = 0; b < 2; b++) {
      int divisor = b;
      Equivalence.assertSame(() -> Unused.calls(4, divisor), () -> flow.calls(4, divisor));
      Equivalence.assertSame(() -> Unused.expressions(4, divisor), () -> flow.expressions(4, divisor));
      Equivalence.assertSame(() -> Unused.maps(List.of(1, 2), divisor), () -> flow.maps(List.of(1, 2), divisor));
    }
  }
}
