package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

public final class Cases {
  public static void run() {
    OrdersFlow flow = new OrdersFlow();
    for (int i = -1; i < 12; i++) {
      int n = i;
      same(() -> Orders.amount(n), () -> flow.amount(n));
      same(() -> Orders.several(n), () -> flow.several(n));
      same(() -> Orders.returned(n), () -> flow.returned(n));
      same(() -> Orders.returnedOrNot(n), () -> flow.returnedOrNot(n));
      same(() -> Orders.again(n), () -> flow.again(n));
      same(() -> Orders.onlyTheBlockGoesOn(n), () -> flow.onlyTheBlockGoesOn(n));
      same(() -> Orders.thrown(n), () -> flow.thrown(n));
      same(() -> Orders.caughtHere(n), () -> flow.caughtHere(n));
      same(() -> Orders.atLast(n), () -> flow.atLast(n));
      same(() -> Orders.all(n), () -> flow.all(n));
      same(() -> Orders.returnedAtLast(n), () -> flow.returnedAtLast(n));
      same(() -> Orders.nested(n), () -> flow.nested(n));
      same(() -> Orders.inBranches(n), () -> flow.inBranches(n));
      same(() -> Orders.each(List.of(n, 1, n)), () -> flow.each(List.of(n, 1, n)));
      same(() -> Orders.streamed(List.of(n, 1, n)), () -> flow.streamed(List.of(n, 1, n)));
      same(
          () -> {
            Orders.fenced(n);
            return null;
          },
          () -> flow.fenced(n));
      same(() -> Orders.failsAbove(n), () -> flow.failsAbove(n));
      same(() -> Orders.choose(n), () -> flow.choose(n));
      same(() -> Orders.always(n), () -> flow.always(n));
    }
  }

  private static <T> void same(Callable<T> plain, Supplier<CompletionStage<T>> flow) {
    Orders.LOG.clear();
    Equivalence.assertSame(plain, () -> {
      Orders.LOG.add("flow");
      return flow.get();
    });
    List<String> log = List.copyOf(Orders.LOG);
    int half = log.indexOf("flow");
    if (!log.subList(0, half).equals(log.subList(half + 1, log.size()))) {
      throw new AssertionError(log.toString());
    }
  }
}
