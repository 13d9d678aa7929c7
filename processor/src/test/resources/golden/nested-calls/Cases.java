package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Nested.calls(4), () -> new NestedFlow().calls(4));
    Equivalence.assertSame(() -> Nested.inExpression(4), () -> new NestedFlow().inExpression(4));
    Equivalence.assertSame(() -> Nested.inText(4), () -> new NestedFlow().inText(4));
  }
}
