package demo;

import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Dev device = new Dev();
    DevFlow flow = new DevFlow(device);
    List<String> texts = List.of("a", "b");
    Equivalence.assertSame(() -> device.all(1, "a"), () -> flow.all(1, "a"));
    Equivalence.assertSame(() -> Dev.texts(texts, 1), () -> flow.texts(texts, 1));
    Equivalence.assertSame(() -> Dev.same(texts, 2), () -> flow.same(texts, 2));
    Equivalence.assertSame(() -> Dev.elements(texts), () -> flow.elements(texts));
    Equivalence.assertSame(
        () -> flow.blocking().text(texts, 3), () -> flow.text(texts, 3));
    Equivalence.assertSame(() -> flow.blocking().all(1, "a"), () -> flow.all(1, "a"));
  }
}
