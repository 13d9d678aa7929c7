package demo;

import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

public final class Cases {
  public static void run() throws Exception {
    OrderedFlow flow = new OrderedFlow();
    for (int value : new int[] {1, -1}) {
      check(() -> Ordered.one(value), () -> flow.one(value));
      check(() -> Ordered.pure(value), () -> flow.pure(value));
      check(() -> Ordered.fenced(value), () -> flow.fenced(value));
      Equivalence.assertSame(() -> Ordered.several(value), () -> flow.several(value));
      Equivalence.assertSame(() -> Ordered.map(value), () -> flow.map(value));
      Equivalence.assertSame(() -> Ordered.usedToo(value), () -> flow.usedToo(value));
      Equivalence.assertSame(
          () -> Ordered.inside(List.of(value, 2)), () -> flow.inside(List.of(value, 2)));
    }
    Log.taken();
    flow.several(1).join();
    List<String> log = Log.taken();
    if (!List.of("load1", "load2").containsAll(log.subList(0, 2))) {
      throw new AssertionError(log);
    }
    flow.map(1).join();
    log = Log.taken();
    if (!log.get(0).equals("load1")
        || !List.of("load2", "load3").containsAll(log.subList(1, 3))) {
      throw new AssertionError(log);
    }
  }

  /** Where everything is ordered, what runs is what the plain call runs. */
  private static <T> void check(Callable<T> plain, Supplier<Run<T>> flow) {
    Log.taken();
    Equivalence.assertSame(plain::call, flow::get);
    List<String> both = Log.taken();
    int half = both.size() / 2;
    if (!both.subList(0, half).equals(both.subList(half, both.size()))) {
      throw new AssertionError(both);
    }
  }
}
