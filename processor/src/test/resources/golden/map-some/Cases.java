package demo;

import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;

public final class Cases {
  public static void run() {
    QuotesFlow flow = new QuotesFlow();
    for (List<String> shops : Arrays.<List<String>>asList(
        List.of(),
        List.of("a"),
        List.of(""),
        List.of("a", "", "b", "c"),
        List.of("", "a", ""),
        List.of("a", "error", ""),
        List.of("a", "null", "b"),
        List.of("null", "error"),
        Arrays.asList("a", null, "c", "d"),
        null)) {
      Equivalence.assertSame(() -> Quotes.most(shops, 2), () -> flow.most(shops, 2));
      for (int percent : new int[] {0, 50, 100, 101, -1}) {
        Equivalence.assertSame(() -> Quotes.bodies(shops, percent), () -> flow.bodies(shops, percent));
      }
      for (double ratio : new double[] {0, 0.5, 0.75, 1, Double.NaN}) {
        Equivalence.assertSame(() -> Quotes.found(shops, ratio), () -> flow.found(shops, ratio));
      }
    }
  }
}
