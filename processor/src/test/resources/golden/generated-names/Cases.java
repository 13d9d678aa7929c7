package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Names names = new Names();
    NamesFlow flow = new NamesFlow(names);
    Equivalence.assertSame(() -> names.locals(3, 4), () -> flow.locals(3, 4));
    Equivalence.assertSame(
        () -> names.lambdas(List.of(1, 2, 3), 4), () -> flow.lambdas(List.of(1, 2, 3), 4));
    Equivalence.assertSame(
        () -> flow.blocking().locals(5, 6), () -> NamesFlow.current(names).locals(5, 6));
    for (int i = 0; i < 5; i++) {
      int left = i;
      Equivalence.assertSame(
          () -> {
            names.branches(left, 2);
            return null;
          },
          () -> flow.branches(left, 2));
    }
  }
}
