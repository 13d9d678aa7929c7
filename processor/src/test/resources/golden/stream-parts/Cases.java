package demo;

import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

public final class Cases {
  public static void run() {
    PartsFlow flow = new PartsFlow();
    List<Integer> many = IntStream.range(14, 1_000).filter(each -> each % 13 != 0).boxed().toList();
    List<List<Integer>> all = List.of(
        List.of(), List.of(4), List.of(1, -2, 3, 4, 3, 13, 5, 26), List.of(1, 2, 3), Arrays.asList(2, null, 3), many);
    for (List<Integer> numbers : all) {
      Equivalence.assertSame(() -> Parts.chosen(numbers), () -> flow.chosen(numbers));
      Equivalence.assertSame(() -> Parts.total(numbers), () -> flow.total(numbers));
      Equivalence.assertSame(() -> Parts.doubled(numbers), () -> flow.doubled(numbers));
      Equivalence.assertSame(() -> Parts.joined(numbers), () -> flow.joined(numbers));
    }
    for (List<Integer> numbers : all.subList(0, 4)) {
      Equivalence.assertSame(() -> Parts.rows(numbers, 3), () -> flow.rows(numbers, 3));
      Equivalence.assertSame(() -> Parts.best(numbers, 3), () -> flow.best(numbers, 3));
    }
    Equivalence.assertSame(() -> Parts.counted(3, 9), () -> flow.counted(3, 9));
    Equivalence.assertSame(() -> Parts.counted(9, 30), () -> flow.counted(9, 30));
    Equivalence.assertSame(() -> Parts.counted(9, 3), () -> flow.counted(9, 3));
    Equivalence.assertSame(() -> Parts.total(null), () -> flow.total(null));
  }
}
