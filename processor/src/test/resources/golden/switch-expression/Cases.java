package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    ChoicesFlow flow = new ChoicesFlow();
    for (int x : new int[] {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13}) {
      Equivalence.assertSame(() -> Choices.initialiser(x), () -> flow.initialiser(x));
      Equivalence.assertSame(() -> Choices.argument(x), () -> flow.argument(x));
      Equivalence.assertSame(() -> Choices.demanded(x), () -> flow.demanded(x));
      Equivalence.assertSame(() -> Choices.narrowed(x), () -> flow.narrowed(x));
      Equivalence.assertSame(() -> Choices.operand(x), () -> flow.operand(x));
      Equivalence.assertSame(() -> Choices.inferred(x), () -> flow.inferred(x));
      Equivalence.assertSame(() -> Choices.blocks(x), () -> flow.blocks(x));
      Equivalence.assertSame(() -> Choices.colons(x), () -> flow.colons(x));
      Equivalence.assertSame(() -> Choices.nested(x), () -> flow.nested(x));
      Equivalence.assertSame(() -> Choices.condition(x), () -> flow.condition(x));
      Equivalence.assertSame(
          () -> Choices.mapped(List.of(x, 1, 2, 3)), () -> flow.mapped(List.of(x, 1, 2, 3)));
      Equivalence.assertSame(
          () -> Choices.streamed(List.of(2, x)), () -> flow.streamed(List.of(2, x)));
      Equivalence.assertSame(() -> Choices.generic(x), () -> flow.generic(x));
      Equivalence.assertSame(() -> Choices.thrown(x), () -> flow.thrown(x));
      Equivalence.assertSame(() -> Choices.thrice(x), () -> flow.thrice(x));
    }
  }
}
