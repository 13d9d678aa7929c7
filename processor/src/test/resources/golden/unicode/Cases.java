package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    UnicodeFlow flow = new UnicodeFlow();
    Equivalence.assertSame(() -> Unicode.ßig("a"), () -> flow.ßig("a"));
    Equivalence.assertSame(() -> Unicode.全部(List.of(1, 2)), () -> flow.全部(List.of(1, 2)));
    Equivalence.assertSame(() -> Unicode.escaped(1), () -> flow.escaped(1));
    Equivalence.assertSame(() -> flow.blocking().ßig("b"), () -> flow.ßig("b"));
  }
}
