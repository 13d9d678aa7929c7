package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One element after the other: none runs behind one that has failed. */
class MapCutoffTest {
  private static final int FAILING = 500;

  private final TestFlow flow = new TestFlow();
  private final IllegalStateException failure = new IllegalStateException();
  private final List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
  private final TaskDef<Integer> element = flow.task("element", in -> {
    begun.add((Integer) in[0]);
    if (in[0].equals(FAILING)) {
      throw failure;
    }
    return (Integer) in[0];
  });

  @Test
  void ofCalls() throws Throwable {
    assertStops(element);
  }

  @Test
  void ofWorkflows() throws Throwable {
    TaskDef<Integer> inner = flow.workflow("inner", (body, in) -> body.call(element, 1, in));
    // From the second time on it is known that its calls follow each other.
    assertEquals(1, Waiting.<Integer>on(flow.run(inner, 1)));
    begun.clear();
    assertStops(inner);
  }

  private void assertStops(TaskDef<Integer> each) throws Throwable {
    List<Integer> elements = IntStream.range(0, 1_000).boxed().toList();
    Run<List<Integer>> run = flow.run(
        flow.<List<Integer>>workflow("map", (body, in) -> body.map(each, 1, elements, Body.ELEMENT))
            .maxParallelism(1));

    assertSame(failure, Waiting.failure(run));
    assertEquals(elements.subList(0, FAILING + 1), begun);
    List<RunReport.NodeReport> calls = run.report().nodes().stream()
        .filter(node -> node.name().equals(element.title()))
        .toList();
    assertEquals(
        List.of(FAILING + 1L), calls.stream().map(RunReport.NodeReport::count).toList());
  }
}
