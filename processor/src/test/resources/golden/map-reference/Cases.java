package demo;

import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;

public final class Cases {
  public static void run() {
    Maps maps = new Maps(3, new Maps(5, null));
    MapsFlow flow = new MapsFlow(maps);
    List<String> texts = List.of("a", "bb", "ccc");
    List<Integer> values = List.of(1, 2, 3);
    List<Maps> all = List.of(maps, new Maps(7, null));
    Equivalence.assertSame(() -> Maps.ofStatic(texts), () -> flow.ofStatic(texts));
    Equivalence.assertSame(() -> Maps.ofStatic(List.of()), () -> flow.ofStatic(List.of()));
    Equivalence.assertSame(() -> Maps.ofStatic(Arrays.asList("a", null)), () -> flow.ofStatic(Arrays.asList("a", null)));
    Equivalence.assertSame(() -> maps.ofThis(values), () -> flow.ofThis(values));
    Equivalence.assertSame(() -> Maps.ofParameter(values, all.get(1)), () -> flow.ofParameter(values, all.get(1)));
    Equivalence.assertSame(() -> maps.ofExpression(values), () -> flow.ofExpression(values));
    Equivalence.assertSame(() -> Maps.ofElement(all), () -> flow.ofElement(all));
    Equivalence.assertSame(() -> maps.inTurn(texts), () -> flow.inTurn(texts));
  }
}
