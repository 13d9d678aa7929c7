package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Vars.total("a,bb,ccc"), () -> new VarsFlow().total("a,bb,ccc"));
  }
}
