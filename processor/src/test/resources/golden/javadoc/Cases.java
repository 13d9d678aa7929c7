package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Documented.fourTimes(4), () -> new DocumentedFlow().fourTimes(4));
  }
}
