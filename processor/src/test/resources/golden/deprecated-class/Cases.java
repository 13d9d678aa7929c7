package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  @SuppressWarnings("deprecation")
  public static void run() {
    Old old = new Old(3);
    Equivalence.assertSame(() -> old.twice(4), () -> new OldFlow(old).twice(4));
  }
}
