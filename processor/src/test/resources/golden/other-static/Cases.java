package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Texts.analyze("a b c"), () -> new TextsFlow().analyze("a b c"));
    Equivalence.assertSame(() -> Texts.analyze(null), () -> new TextsFlow().analyze(null));
  }
}
