package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    BoxesFlow flow = new BoxesFlow();
    for (Integer value : new Integer[] {1, 1000, null}) {
      Equivalence.assertSame(() -> Boxes.sameBox(value), () -> flow.sameBox(value));
      Equivalence.assertSame(() -> Boxes.sameValue(value), () -> flow.sameValue(value));
      Equivalence.assertSame(() -> Boxes.unboxed(value), () -> flow.unboxed(value));
      Equivalence.assertSame(() -> Boxes.unboxedFirst(value), () -> flow.unboxedFirst(value));
      Equivalence.assertSame(
          () -> Boxes.unboxedResultFirst(value), () -> flow.unboxedResultFirst(value));
      Equivalence.assertSame(() -> Boxes.described(value), () -> flow.described(value));
      Equivalence.assertSame(() -> Boxes.sum(value), () -> flow.sum(value));
    }
    Equivalence.assertSame(() -> Boxes.nothing(), () -> flow.nothing());
  }
}
