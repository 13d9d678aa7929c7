import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Top top = new Top();
    TopFlow flow = new TopFlow(top);
    Equivalence.assertSame(() -> top.all(new Runner("r"), 2), () -> flow.all(new Runner("r"), 2));
    Equivalence.assertSame(
        () -> flow.blocking().all(new Runner("r"), 3), () -> flow.all(new Runner("r"), 3));
  }
}
