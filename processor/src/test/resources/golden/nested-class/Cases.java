package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Outer.Inner inner = new Outer.Inner(3);
    Equivalence.assertSame(() -> inner.sum(4), () -> new Outer_InnerFlow(inner).sum(4));
    Equivalence.assertSame(() -> Outer.Plain.increment(4), () -> new Outer_PlainFlow().increment(4));
  }
}
