package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Levels.top(5), () -> new LevelsFlow().top(5));
  }
}
