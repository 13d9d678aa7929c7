package demo;

import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

public final class Cases {
  public static void run() {
    StreamsFlow flow = new StreamsFlow();
    List<Integer> many = IntStream.range(0, 10_000).map(value -> 10 * value).boxed().toList();
    for (List<Integer> values : Arrays.<List<Integer>>asList(
        List.of(),
        List.of(2),
        List.of(1, 2, 3),
        Arrays.asList(1, null, 3),
        List.of(1, 6, -1),
        List.of(1, -1, 6),
        List.of(-1, 6, 6),
        List.of(8, -2),
        List.of(-2, 8),
        many,
        null)) {
      Equivalence.assertSame(() -> Streams.halves(values), () -> flow.halves(values));
      Equivalence.assertSame(() -> Streams.texts(values, "m"), () -> flow.texts(values, "m"));
      Equivalence.assertSame(() -> Streams.stages(values, " m "), () -> flow.stages(values, " m "));
      Equivalence.assertSame(() -> Streams.collected(values), () -> flow.collected(values));
      Equivalence.assertSame(() -> Streams.twoLists(values), () -> flow.twoLists(values));
      Equivalence.assertSame(() -> Streams.pure(values), () -> flow.pure(values));
    }
    Equivalence.assertSame(() -> Streams.stages(List.of(1), null), () -> flow.stages(List.of(1), null));
    Equivalence.assertSame(() -> Streams.nested(List.of("12", "", "345")), () -> flow.nested(List.of("12", "", "345")));
    List<Integer> collected = flow.collected(List.of(4)).join();
    collected.add(1);
    if (!collected.equals(List.of(1, 1))) {
      throw new AssertionError(collected);
    }
  }
}
