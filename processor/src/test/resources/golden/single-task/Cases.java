package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Single.square(70_000), () -> new SingleFlow().square(70_000));
  }
}
