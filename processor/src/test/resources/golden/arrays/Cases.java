package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    String[] texts = {"a", "b", "c"};
    ArraysFlow flow = new ArraysFlow();
    Equivalence.assertSame(() -> Arrays.single(texts), () -> flow.single(texts));
    Equivalence.assertSame(() -> Arrays.joined(texts), () -> flow.joined(texts));
    Equivalence.assertSame(() -> Arrays.single(null), () -> flow.single(null));
    Equivalence.assertSame(() -> Arrays.whole(texts), () -> flow.whole(texts));
    Equivalence.assertSame(() -> Arrays.numbers(new int[] {1, 2}), () -> flow.numbers(new int[] {1, 2}));
    Equivalence.assertSame(() -> Arrays.pairs(texts), () -> flow.pairs(texts));
    Equivalence.assertSame(() -> Arrays.pairs(new String[0]), () -> flow.pairs(new String[0]));
    Equivalence.assertSame(() -> Arrays.made(4), () -> flow.made(4));
    List<String[]> rows = List.of(texts, new String[2]);
    Equivalence.assertSame(() -> Arrays.mapped(rows), () -> flow.mapped(rows));
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String>[] lists = new List[4];
    Equivalence.assertSame(() -> Arrays.generic(lists), () -> flow.generic(lists));
  }
}
