package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(
        () -> Main.swapped(1).toString(), () -> new MainFlow().swapped(1).thenApply(Object::toString));
  }
}
