package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Plain plain = new Plain();
    PlainFlow flow = new PlainFlow(plain);
    Equivalence.assertSame(
        () -> Plain.parameter(new StringBuffer("a")).toString(),
        () -> flow.parameter(new StringBuffer("a")).thenApply(StringBuffer::toString));
    Equivalence.assertSame(() -> Plain.primitive(5), () -> flow.primitive(5));
    Equivalence.assertSame(() -> Plain.literal(), () -> flow.literal());
    Equivalence.assertSame(() -> Plain.text(), () -> flow.text());
    Equivalence.assertSame(() -> Plain.nothing(), () -> flow.nothing());
    Equivalence.assertSame(() -> Plain.narrow(), () -> flow.narrow());
    Equivalence.assertSame(() -> Plain.widened(5), () -> flow.widened(5));
    Equivalence.assertSame(() -> plain.self() == plain, () -> flow.self().thenApply(self -> self == plain));
  }
}
