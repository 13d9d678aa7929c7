import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Unnamed.twice("a"), () -> new UnnamedFlow().twice("a"));
    Equivalence.assertSame(() -> new UnnamedFlow().blocking().twice("a"), () -> new UnnamedFlow().twice("a"));
  }
}
