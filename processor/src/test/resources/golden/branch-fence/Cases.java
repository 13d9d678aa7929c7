package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    FencedFlow flow = new FencedFlow();
    for (int i = 0; i < 20; i++) {
      int in = i % 4 - 1;
      Equivalence.assertSame(
          () -> {
            Fenced.LOG.clear();
            return Fenced.oneBranch(in);
          },
          () -> {
            Fenced.LOG.clear();
            return flow.oneBranch(in);
          });
      Equivalence.assertSame(
          () -> {
            Fenced.LOG.clear();
            return Fenced.nested(in);
          },
          () -> {
            Fenced.LOG.clear();
            return flow.nested(in);
          });
    }
  }
}
