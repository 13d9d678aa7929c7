package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    ConversionsFlow flow = new ConversionsFlow();
    Equivalence.assertSame(() -> Conversions.widenedLocal(4), () -> flow.widenedLocal(4));
    Equivalence.assertSame(() -> Conversions.boxedLocal(4), () -> flow.boxedLocal(4));
    Equivalence.assertSame(() -> Conversions.widenedArgument(5), () -> flow.widenedArgument(5));
    Equivalence.assertSame(() -> Conversions.widenedResult(5), () -> flow.widenedResult(5));
    Equivalence.assertSame(() -> Conversions.sequence(5), () -> flow.sequence(5));
    for (Integer value : new Integer[] {5, null}) {
      Equivalence.assertSame(() -> Conversions.unboxedLocal(value), () -> flow.unboxedLocal(value));
      Equivalence.assertSame(() -> Conversions.wideResult(value), () -> flow.wideResult(value));
      Equivalence.assertSame(() -> Conversions.unboxedResult(value), () -> flow.unboxedResult(value));
    }
  }
}
