package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  @SuppressWarnings({"removal", "deprecation"})
  public static void run() {
    LegacyFlow flow = new LegacyFlow();
    Equivalence.assertSame(() -> Legacy.sum(4), () -> flow.sum(4));
    Equivalence.assertSame(() -> Legacy.older(4), () -> flow.older(4));
    Equivalence.assertSame(() -> Legacy.wrapped(List.of("a", "b"), 1), () -> flow.wrapped(List.of("a", "b"), 1));
  }
}
