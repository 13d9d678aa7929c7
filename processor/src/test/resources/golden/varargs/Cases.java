package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    SumsFlow flow = new SumsFlow();
    Equivalence.assertSame(() -> Sums.all(), () -> flow.all());
    Equivalence.assertSame(() -> Sums.all(1), () -> flow.all(1));
    Equivalence.assertSame(() -> Sums.all(1, 2, 3), () -> flow.all(1, 2, 3));
    Equivalence.assertSame(() -> Sums.all((int[]) null), () -> flow.all((int[]) null));
    Equivalence.assertSame(() -> Sums.all(4, 5), () -> flow.all(new int[] {4, 5}));
    Equivalence.assertSame(() -> Sums.all(6), () -> new SumsFlow().all(6));
    Equivalence.assertSame(() -> flow.blocking().all(1, 2), () -> flow.all(1, 2));
    Equivalence.assertSame(() -> Sums.scaled(List.of(1, 2)), () -> flow.scaled(List.of(1, 2)));
    Equivalence.assertSame(() -> Sums.again(7), () -> flow.again(7));
  }
}
