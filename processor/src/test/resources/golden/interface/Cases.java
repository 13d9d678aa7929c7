package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Pricing plain = () -> 9;
    Shop shop = new Shop(4, plain);
    ShopFlow flow = new ShopFlow(shop);
    Equivalence.assertSame(() -> shop.both(3), () -> flow.both(3));
    Equivalence.assertSame(() -> shop.prices(List.of(1, 2)), () -> flow.prices(List.of(1, 2)));
    for (Pricing each : List.of(plain, shop)) {
      PricingFlow pricing = new PricingFlow(each);
      Equivalence.assertSame(() -> each.total(3), () -> pricing.total(3));
      Equivalence.assertSame(() -> each.twice(3), () -> pricing.twice(3));
      Equivalence.assertSame(() -> each.rebates(List.of(1, 2)), () -> pricing.rebates(List.of(1, 2)));
    }
    Equivalence.assertSame(() -> 300, () -> new PricingFlow(shop).price(3));
  }
}
