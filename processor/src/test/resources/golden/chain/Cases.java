package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Chain.tenTimes(2), () -> new ChainFlow().tenTimes(2));
    Equivalence.assertSame(() -> Chain.next(2), () -> new ChainFlow().next(2));
    Equivalence.assertSame(() -> new ChainFlow().blocking().tenTimes(2), () -> ChainFlow.current().tenTimes(2));
  }
}
