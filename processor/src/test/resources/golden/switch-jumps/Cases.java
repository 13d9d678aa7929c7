package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

public final class Cases {
  public static void run() {
    JumpsFlow flow = new JumpsFlow();
    for (int x = 0; x < 14; x++) {
      int n = x;
      Equivalence.assertSame(() -> Jumps.colons(n), () -> flow.colons(n));
      same(() -> Jumps.hidden(n), () -> flow.hidden(n));
      same(() -> Jumps.early(n), () -> flow.early(n));
      Equivalence.assertSame(() -> Jumps.last(n), () -> flow.last(n));
      Equivalence.assertSame(() -> Jumps.ordered(n), () -> flow.ordered(n));
      Equivalence.assertSame(() -> Jumps.beside(n), () -> flow.beside(n));
      Equivalence.assertSame(
          () -> Jumps.each(List.of(n, 1, 2, 3, 4)), () -> flow.each(List.of(n, 1, 2, 3, 4)));
      for (String kind : new String[] {"a", "b", "c", "d", ""}) {
        Equivalence.assertSame(
            () -> Jumps.statements(n, kind), () -> flow.statements(n, kind));
      }
      same(
          () -> {
            Jumps.breaks(n);
            return null;
          },
          () -> flow.breaks(n));
      same(
          () -> {
            Jumps.manyEnds(n);
            return null;
          },
          () -> flow.manyEnds(n));
      same(
          () -> {
            Jumps.nothing(n);
            return null;
          },
          () -> flow.nothing(n));
    }
    same(() -> Jumps.boxes(1, 'x'), () -> flow.boxes(1, 'x'));
    same(() -> Jumps.boxes(2, 'y'), () -> flow.boxes(2, 'y'));
    same(() -> Jumps.boxes(2, 'z'), () -> flow.boxes(2, 'z'));
    same(() -> Jumps.boxes(null, 'x'), () -> flow.boxes(null, 'x'));
    same(() -> Jumps.boxes(1, null), () -> flow.boxes(1, null));
  }

  private static <T> void same(Callable<T> plain, Supplier<CompletionStage<T>> flow) {
    Jumps.LOG.clear();
    Equivalence.assertSame(plain, () -> {
      Jumps.LOG.add("flow");
      return flow.get();
    });
    List<String> log = List.copyOf(Jumps.LOG);
    int half = log.indexOf("flow");
    if (!log.subList(0, half).equals(log.subList(half + 1, log.size()))) {
      throw new AssertionError(log.toString());
    }
  }
}
