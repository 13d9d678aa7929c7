package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    List<Integer> six = List.of(1, 2, 3, 4, 5, 6);
    Equivalence.assertSame(() -> Dynamics.multi(six, 2), () -> new DynamicsFlow().multi(six, 2));
    Equivalence.assertSame(() -> Dynamics.level1(six, 4), () -> new DynamicsFlow().level1(six, 4));
    Equivalence.assertSame(() -> Dynamics.viaWorkflow(10), () -> new DynamicsFlow().viaWorkflow(10));
  }
}
