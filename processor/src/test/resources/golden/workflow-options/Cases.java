package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    PlansFlow flow = new PlansFlow();
    List<Integer> values = List.of(1, 2);
    Equivalence.assertSame(() -> Plans.timed(4), () -> flow.timed(4));
    Equivalence.assertSame(() -> Plans.quick(4), () -> flow.quick(4));
    Equivalence.assertSame(() -> Plans.all(4), () -> flow.all(4));
    Equivalence.assertSame(() -> Plans.mapped(values), () -> flow.mapped(values));
    Equivalence.assertSame(() -> Plans.usual(4), () -> flow.usual(4));
    // Where only one call can fail, nothing can come before it.
    Equivalence.assertSame(() -> Plans.timed(-1), () -> flow.timed(-1));
    Equivalence.assertSame(() -> Plans.quick(-1), () -> flow.quick(-1));
  }
}
