package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

public final class Cases {
  public static void run() {
    EarlyFlow flow = new EarlyFlow();
    for (int key : new int[] {0, 3, 6, 11, 60, 90, 101}) {
      same(() -> Early.first(key), () -> flow.first(key));
      same(() -> Early.both(key), () -> flow.both(key));
      same(() -> Early.constant(key), () -> flow.constant(key));
      same(
          () -> {
            Early.nothing(key);
            return null;
          },
          () -> flow.nothing(key));
    }
  }

  private static <T> void same(Callable<T> plain, Supplier<CompletionStage<T>> flow) {
    Early.LOG.clear();
    Equivalence.assertSame(plain, () -> {
      Early.LOG.add("flow");
      return flow.get();
    });
    List<String> log = List.copyOf(Early.LOG);
    int half = log.indexOf("flow");
    if (!log.subList(0, half).equals(log.subList(half + 1, log.size()))) {
      throw new AssertionError(log.toString());
    }
  }
}
