package demo;

import dev.makespan.testing.Equivalence;
import java.util.Arrays;
import java.util.List;

public final class Cases {
  public static void run() {
    for (List<String> words : List.of(List.<String>of(), List.of("one"), List.of("one", "three", "eleven"), Arrays.asList("a", null, "b"))) {
      Equivalence.assertSame(() -> Looping.total(words), () -> new LoopingFlow().total(words));
    }
  }
}
