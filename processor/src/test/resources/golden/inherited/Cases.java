package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class Cases {
  public static void run() {
    Sub plain = new Sub(new CopyOnWriteArrayList<>());
    Sub other = new Sub(new CopyOnWriteArrayList<>());
    Equivalence.assertSame(() -> plain.all(3), () -> new SubFlow(other).all(3));
    Equivalence.assertSame(() -> plain.log, () -> new SubFlow(other).all(3).thenApply(sum -> List.of(other.log.get(0))));
    Equivalence.assertSame(() -> plain.each(List.of(1, 2)), () -> new SubFlow(other).each(List.of(1, 2)));
    Equivalence.assertSame(() -> plain.sum(3), () -> new BaseFlow(other).sum(3));
  }
}
