package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    for (int n = -2; n < 3; n++) {
      int i = n;
      Equivalence.assertSame(() -> Orders.amount(i), () -> new OrdersFlow().amount(i));
    }
  }
}
