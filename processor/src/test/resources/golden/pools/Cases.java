package demo;

import dev.makespan.Runner;
import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    PooledFlow flow = new PooledFlow();
    Equivalence.assertSame(() -> Pooled.free(4), () -> flow.free(4));
    try (Runner runner = Runner.builder().pool("db", 1).pool("a \"small\" one", 2).build()) {
      PooledFlow pooled = new PooledFlow(runner);
      Equivalence.assertSame(() -> Pooled.read(4), () -> pooled.read(4));
      equal(List.of(4, 5, 6), pooled.each(List.of(1, 2, 3)).join());
    }
    equal(true, flow.read(4).handle((value, thrown) -> thrown != null).join());
    equal("", PooledFlow.FREE.policy().pool());
    equal("db", PooledFlow.READ.policy().pool());
    equal("a \"small\" one", PooledFlow.EACH.policy().pool());
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual);
    }
  }
}
