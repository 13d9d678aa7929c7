package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    PooledFlow flow = new PooledFlow();
    Equivalence.assertSame(() -> Pooled.free(4), () -> flow.free(4));
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
