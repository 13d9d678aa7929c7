package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.TaskDef;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the steps of a body wait for, when two threads wire it for the first time. */
class ShapeTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);
  private final AtomicInteger wired = new AtomicInteger();
  private TaskDef<Integer> twice = next;

  @Test
  void isToldByWhoeverIsTheSlowerOne() throws Throwable {
    twice = flow.workflow("twice", (body, in) -> {
      if (wired.incrementAndGet() == 1) {
        // Another run is wired and ends meanwhile.
        assertEquals(12, Waiting.<Integer>on(flow.run(twice, 10)));
      }
      return body.call(next, 2, body.call(next, 1, in));
    });
    Run<Integer> run = flow.run(twice, 0);

    assertEquals(2, Waiting.<Integer>on(run));
    assertEquals(2, wired.get());
    assertEquals(
        1,
        run.graph().edges().stream()
            .filter(edge -> edge.reason() == RunGraph.Reason.DATA)
            .count());
  }
}
