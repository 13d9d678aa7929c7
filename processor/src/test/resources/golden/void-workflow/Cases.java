package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class Cases {
  public static void run() {
    List<String> plain = new CopyOnWriteArrayList<>();
    List<String> flow = new CopyOnWriteArrayList<>();
    Equivalence.assertSame(
        () -> {
          Steps.addMore(plain);
          return plain;
        },
        () -> new StepsFlow().addMore(flow).thenApply(done -> flow));
    new StepsFlow().blocking().nothing();
    Equivalence.assertSame(() -> null, () -> new StepsFlow().nothing());
  }
}
