package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    for (int amount : new int[] {-1, 0, 3, 4, 6, 7, 11, 20}) {
      OffersFlow flow = new OffersFlow();
      Equivalence.assertSame(() -> Offers.offer(amount), () -> flow.offer(amount));
      Equivalence.assertSame(() -> Offers.elseIf(amount), () -> flow.elseIf(amount));
      Equivalence.assertSame(() -> Offers.withoutElse(amount), () -> flow.withoutElse(amount));
    }
  }
}
