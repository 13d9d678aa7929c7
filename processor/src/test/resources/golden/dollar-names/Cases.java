package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Dollars dollars = new Dollars();
    DollarsFlow flow = new DollarsFlow(dollars);
    for (int i : new int[] {-9, 0, 5}) {
      Equivalence.assertSame(
          () -> dollars.$L(i, List.of(1, 2), 3), () -> flow.$L(i, List.of(1, 2), 3));
    }
  }
}
