package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    OverloadsFlow flow = new OverloadsFlow();
    Equivalence.assertSame(() -> Overloads.all(4), () -> flow.all(4));
    Equivalence.assertSame(() -> Overloads.all(4, 5), () -> flow.all(4, 5));
    Equivalence.assertSame(() -> Overloads.sum(), () -> flow.sum());
  }
}
