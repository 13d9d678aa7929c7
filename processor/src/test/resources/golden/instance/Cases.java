package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Orders orders = new Orders(3, "EUR");
    OrdersFlow flow = new OrdersFlow(orders);
    Equivalence.assertSame(() -> orders.invoice(7), () -> flow.invoice(7));
    Equivalence.assertSame(() -> orders.price(7), () -> flow.price(7));
    Equivalence.assertSame(() -> Orders.taxOnly(70), () -> flow.taxOnly(70));
    Equivalence.assertSame(() -> flow.blocking().invoice(8), () -> OrdersFlow.current(orders).invoice(8));
  }
}
