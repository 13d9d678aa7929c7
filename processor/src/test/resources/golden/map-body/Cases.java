package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Pipelines pipelines = new Pipelines(100);
    PipelinesFlow flow = new PipelinesFlow(pipelines);
    List<Integer> values = List.of(1, 2, 3);
    Equivalence.assertSame(() -> Pipelines.nested(values, 4), () -> flow.nested(values, 4));
    Equivalence.assertSame(() -> Pipelines.computed(values, 4), () -> flow.computed(values, 4));
    Equivalence.assertSame(() -> pipelines.ofInstance(values), () -> flow.ofInstance(values));
    Equivalence.assertSame(() -> Pipelines.table(values, List.of(7, 8), 1), () -> flow.table(values, List.of(7, 8), 1));
    Equivalence.assertSame(() -> pipelines.grid(values, List.of(7, 8)), () -> flow.grid(values, List.of(7, 8)));
  }
}
