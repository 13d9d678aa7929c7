package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Files.analyzeAll(List.of("a", "bc")), () -> new FilesFlow().analyzeAll(List.of("a", "bc")));
    Equivalence.assertSame(() -> Files.analyzeAll(List.of("a", "")), () -> new FilesFlow().analyzeAll(List.of("a", "")));
  }
}
