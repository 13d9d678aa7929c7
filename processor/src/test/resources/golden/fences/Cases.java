package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    for (int i = 0; i < 20; i++) {
      Equivalence.assertSame(() -> Fences.both(), () -> new FencesFlow().both());
    }
  }
}
