package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    RowsFlow flow = new RowsFlow();
    for (List<Integer> in : List.of(List.<Integer>of(), List.of(1, 2, 3, 4, 5, 6), List.of(9, 7, 8))) {
      for (int limit : new int[] {0, 2, 4}) {
        Equivalence.assertSame(() -> Rows.rows(in, limit), () -> flow.rows(in, limit));
      }
      Equivalence.assertSame(() -> Rows.sum(in), () -> flow.sum(in));
    }
  }
}
