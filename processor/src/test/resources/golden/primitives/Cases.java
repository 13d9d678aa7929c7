package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    for (int i : new int[] {0, 1, 7, 130, -5}) {
      Equivalence.assertSame(() -> Primitives.expressions(i), () -> new PrimitivesFlow().expressions(i));
      Equivalence.assertSame(() -> Primitives.widened(i), () -> new PrimitivesFlow().widened(i));
      Equivalence.assertSame(() -> Primitives.integerDivision(i), () -> new PrimitivesFlow().integerDivision(i));
    }
  }
}
