package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    ParcelsFlow flow = new ParcelsFlow();
    for (Parcels.Size size : Parcels.Size.values()) {
      Equivalence.assertSame(() -> Parcels.price(size), () -> flow.price(size));
    }
    Equivalence.assertSame(() -> Parcels.price(null), () -> flow.price(null));
    for (int i = 0; i < 8; i++) {
      int n = i;
      Equivalence.assertSame(() -> Parcels.number(n), () -> flow.number(n));
    }
    for (String kind : new String[] {"letter", "parcel", "book", null}) {
      Equivalence.assertSame(() -> Parcels.text(kind), () -> flow.text(kind));
    }
  }
}
