package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    ScopesFlow flow = new ScopesFlow();
    for (int value : new int[] {-3, 0, 8}) {
      Equivalence.assertSame(() -> Scopes.siblings(value), () -> flow.siblings(value));
      Equivalence.assertSame(() -> Scopes.block(value), () -> flow.block(value));
      Equivalence.assertSame(() -> Scopes.ownName(value), () -> flow.ownName(value));
      Equivalence.assertSame(
          () -> Scopes.Inner.nearest(value), () -> new Scopes_InnerFlow().nearest(value));
    }
    Equivalence.assertSame(
        () -> Scopes.lambdas(List.of(1, 9)), () -> flow.lambdas(List.of(1, 9)));
  }
}
