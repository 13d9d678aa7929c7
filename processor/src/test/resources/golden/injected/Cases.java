package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    List<String> items = List.of("pear", "apple");
    Prices doubled = new Prices() {
      @Override
      public int price(String item) {
        return 2 * item.length();
      }
    };
    Orders orders = new Orders(doubled, new Stock());
    OrdersFlow flow = new OrdersFlow(orders);
    Equivalence.assertSame(() -> orders.value("pear"), () -> flow.value("pear"));
    Equivalence.assertSame(() -> orders.values(items), () -> flow.values(items));
    Equivalence.assertSame(() -> orders.allPrices(items), () -> flow.allPrices(items));
    Orders empty = new Orders(null, new Stock());
    Equivalence.assertSame(() -> empty.value("pear"), () -> new OrdersFlow(empty).value("pear"));
  }
}
