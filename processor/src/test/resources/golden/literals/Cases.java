package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    LiteralsFlow flow = new LiteralsFlow();
    Equivalence.assertSame(() -> Literals.exact(), () -> flow.exact());
    Equivalence.assertSame(() -> Literals.widened(), () -> flow.widened());
    Equivalence.assertSame(() -> Literals.negative(), () -> flow.negative());
    Equivalence.assertSame(() -> Literals.block(), () -> flow.block());
    Equivalence.assertSame(() -> Literals.none(), () -> flow.none());
  }
}
