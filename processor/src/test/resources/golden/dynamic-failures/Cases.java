package demo;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.CountDownLatch;

public final class Cases {
  private static final ShopsFlow FLOW = new ShopsFlow();

  public static void run() throws Exception {
    for (List<Integer> shops : List.of(List.of(1, 2), List.of(-1, 2), List.of(-1, -2))) {
      Equivalence.assertSame(() -> Shops.firstOpen(shops), () -> FLOW.firstOpen(shops));
      Equivalence.assertSame(() -> Shops.openOnes(shops), () -> FLOW.openOnes(shops));
      Equivalence.assertSame(() -> Shops.compare(shops, 3), () -> FLOW.compare(shops, 3));
      Equivalence.assertSame(() -> Shops.compare(shops, -3), () -> FLOW.compare(shops, -3));
    }
    Equivalence.assertSame(() -> Shops.only(-1), () -> FLOW.only(-1));
    Equivalence.assertSame(() -> Shops.careless(1, 2), () -> FLOW.careless(1, 2));
    Equivalence.assertSame(() -> Shops.careless(-1, -2), () -> FLOW.careless(-1, -2));
    Equivalence.assertSame(() -> Shops.carelessly(1, 2), () -> FLOW.carelessly(1, 2));

    // The one point where the plain call is milder: it can't tell that nobody looked.
    check(Shops.careless(1, -2) == 12, "the plain call looks at what it uses");
    check(failure(FLOW.careless(1, -2)) == Shops.CLOSED, "a failure is lost");
    check(Shops.carelessly(1, -2) == 13, "the plain call looks at what it uses");
    check(failure(FLOW.carelessly(1, -2)) == Shops.CLOSED, "a failure is lost");
    check(Shops.hasty(new CountDownLatch(0)) == 1, "the plain call looks at what it uses");
    check(failure(FLOW.hasty(new CountDownLatch(1))) == Shops.CLOSED, "a late failure is lost");
  }

  private static Throwable failure(Run<?> run) {
    try {
      throw new AssertionError("no failure but " + Makespan.join(run));
    } catch (Exception failure) {
      return failure;
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
