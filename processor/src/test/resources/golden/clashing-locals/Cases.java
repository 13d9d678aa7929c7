package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Clashes clashes = new Clashes(5);
    ClashesFlow flow = new ClashesFlow(clashes);
    Equivalence.assertSame(() -> clashes.locals(1, 2, 3, 4), () -> flow.locals(1, 2, 3, 4));
    Equivalence.assertSame(() -> clashes.lambdas(List.of(1, 2), 3, 4), () -> flow.lambdas(List.of(1, 2), 3, 4));
    Equivalence.assertSame(() -> Clashes.parameters(9, 4), () -> flow.parameters(9, 4));
    Equivalence.assertSame(() -> clashes.args(9, 4), () -> flow.args(9, 4));
    Equivalence.assertSame(() -> Clashes.nodes(9, 4, 1), () -> flow.nodes(9, 4, 1));
    Equivalence.assertSame(() -> clashes.hiddenByLambda(3), () -> flow.hiddenByLambda(3));
    Equivalence.assertSame(() -> Clashes.wireLocals(9, 4), () -> flow.wireLocals(9, 4));
    Equivalence.assertSame(() -> flow.blocking().locals(1, 2, 3, 4), () -> flow.locals(1, 2, 3, 4));
  }
}
