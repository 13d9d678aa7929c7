package demo;

import dev.makespan.Run;
import dev.makespan.TaskTimeoutException;
import dev.makespan.event.RunGraph;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.concurrent.CompletionException;

public final class Cases {
  public static void run() {
    TunedFlow flow = new TunedFlow();
    List<List<Integer>> lists = List.of(List.of(1, 2), List.of(3));
    Equivalence.assertSame(() -> Tuned.named(4), () -> flow.named(4));
    Equivalence.assertSame(() -> Tuned.both(4), () -> flow.both(4));
    Equivalence.assertSame(() -> Tuned.mapped(List.of(1, 2)), () -> flow.mapped(List.of(1, 2)));
    Equivalence.assertSame(() -> Tuned.inside(lists), () -> flow.inside(lists));
    names(flow.named(4), "named", "a \"first\" draft", "writing");
    names(flow.inside(lists), "inside", "map", "mapped", "map", "several");
    try {
      flow.late(10).join();
      throw new AssertionError("it has all the time in the world");
    } catch (CompletionException late) {
      if (!(late.getCause() instanceof TaskTimeoutException)) {
        throw late;
      }
    }
  }

  private static void names(Run<?> run, String... expected) {
    run.join();
    List<String> names = run.graph().nodes().stream().map(RunGraph.Node::name).toList();
    if (!names.equals(List.of(expected))) {
      throw new AssertionError(names);
    }
  }
}
