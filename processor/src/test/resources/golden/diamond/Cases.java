package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Diamond.diamond("s"), () -> new DiamondFlow().diamond("s"));
    Equivalence.assertSame(() -> Diamond.diamond(null), () -> new DiamondFlow().diamond(null));
  }
}
