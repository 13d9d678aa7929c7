package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    LocalsFlow flow = new LocalsFlow();
    for (int x = -2; x < 9; x++) {
      int in = x;
      Equivalence.assertSame(() -> Locals.nested(in), () -> flow.nested(in));
      Equivalence.assertSame(() -> Locals.returned(in), () -> flow.returned(in));
      Equivalence.assertSame(() -> Locals.captured(in), () -> flow.captured(in));
      Equivalence.assertSame(() -> Locals.constant(in), () -> flow.constant(in));
      Equivalence.assertSame(
          () -> Locals.widened(in, List.of(in)), () -> flow.widened(in, List.of(in)));
    }
  }
}
