package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    ChoicesFlow flow = new ChoicesFlow();
    for (int x : new int[] {-3, 0, 1, 2, 3, 4, 5, 6, 8, 9, 12, 13}) {
      Equivalence.assertSame(() -> Choices.initialiser(x), () -> flow.initialiser(x));
      Equivalence.assertSame(() -> Choices.argument(x), () -> flow.argument(x));
      Equivalence.assertSame(() -> Choices.promoted(x), () -> flow.promoted(x));
      Equivalence.assertSame(() -> Choices.nested(x), () -> flow.nested(x));
      Equivalence.assertSame(() -> Choices.operator(x), () -> flow.operator(x));
      Equivalence.assertSame(() -> Choices.unboxed(x), () -> flow.unboxed(x));
      Equivalence.assertSame(() -> Choices.assigned(x), () -> flow.assigned(x));
      Equivalence.assertSame(() -> Choices.list(x), () -> flow.list(x));
      Equivalence.assertSame(() -> Choices.condition(x), () -> flow.condition(x));
    }
  }
}
