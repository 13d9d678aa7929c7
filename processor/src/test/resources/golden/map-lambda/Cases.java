package demo;

import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;

public final class Cases {
  public static void run() {
    List<Integer> values = List.of(1, 2, 3);
    LambdasFlow flow = new LambdasFlow();
    Equivalence.assertSame(() -> Lambdas.scaled(values, 4), () -> flow.scaled(values, 4));
    Equivalence.assertSame(() -> Lambdas.scaled(Arrays.asList(1, null), 4), () -> flow.scaled(Arrays.asList(1, null), 4));
    Equivalence.assertSame(() -> Lambdas.swapped(values, 4), () -> flow.swapped(values, 4));
    Equivalence.assertSame(() -> Lambdas.fixed(values), () -> flow.fixed(values));
    Equivalence.assertSame(() -> Lambdas.pure(values), () -> flow.pure(values));
  }
}
