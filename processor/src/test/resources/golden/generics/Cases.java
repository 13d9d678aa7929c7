package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.Map;

public final class Cases {
  public static void run() {
    List<String> texts = List.of("a", "b", "a");
    Equivalence.assertSame(() -> Generics.describe(texts), () -> new GenericsFlow().describe(texts));
    Equivalence.<Object>assertSame(() -> Generics.wide(Map.of("x", 1)), () -> new GenericsFlow().wide(Map.of("x", 1)).thenApply(x -> x));
  }
}
