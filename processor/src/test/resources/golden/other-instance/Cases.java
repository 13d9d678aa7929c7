package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Shop shop = new Shop(new Stock(100));
    ShopFlow flow = new ShopFlow(shop);
    Equivalence.assertSame(() -> shop.ofField(1), () -> flow.ofField(1));
    Equivalence.assertSame(() -> shop.ofOwnField(1), () -> flow.ofOwnField(1));
    Equivalence.assertSame(() -> Shop.ofParameter(new Stock(5), 1), () -> flow.ofParameter(new Stock(5), 1));
    Equivalence.assertSame(() -> Shop.ofNew(5, 1), () -> flow.ofNew(5, 1));
    Equivalence.assertSame(() -> Shop.ofLocal(5, 1), () -> flow.ofLocal(5, 1));
  }
}
