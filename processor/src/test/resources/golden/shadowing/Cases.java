package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    ShadowsFlow flow = new ShadowsFlow();
    Equivalence.assertSame(() -> Shadows.localOverField(1), () -> flow.localOverField(1));
    Equivalence.assertSame(() -> Shadows.parameterOverField(1), () -> flow.parameterOverField(1));
    Equivalence.assertSame(() -> Shadows.fieldAfterAll(1), () -> flow.fieldAfterAll(1));
    Equivalence.assertSame(() -> Shadows.lambdaParameter(1), () -> flow.lambdaParameter(1));
  }
}
