package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.makespan.event.RunGraph;
import dev.makespan.event.RunGraph.Kind;
import dev.makespan.event.RunReport.NodeReport;
import dev.makespan.event.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What first starts and last ends tell of waits. */
class DefaultWaitsTest {
  private final List<RunGraph.Node> nodes = new ArrayList<>();
  private final List<RunGraph.Edge> edges = new ArrayList<>();
  private final List<NodeReport> reports = new ArrayList<>();

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  private void node(String id, Kind kind, long count, long start, long end) {
    int slash = id.lastIndexOf('/');
    String parent = slash < 0 ? "" : id.substring(0, slash);
    String name = id.substring(slash + 1);
    nodes.add(new RunGraph.Node(id, parent, name, kind, "W.java", 1));
    reports.add(new NodeReport(
        id, name, kind, 1, count, 0, nanos(start), nanos(end), nanos(end - start), null));
  }

  private void edge(String from, String to) {
    edges.add(new RunGraph.Edge(from, to, RunGraph.Reason.DATA));
  }

  private Waits waits(String id) {
    return DefaultWaits.fill(new RunGraph(nodes, edges), reports).stream()
        .filter(each -> each.node().equals(id))
        .findFirst()
        .orElseThrow()
        .waits();
  }

  private static Waits of(long inputs, String lastInput, long slot) {
    return new Waits(
        Waits.Wait.of(nanos(inputs)),
        lastInput,
        Waits.Wait.of(nanos(slot)),
        Waits.Wait.NONE,
        Waits.Wait.NONE);
  }

  @Test
  void aCallWaitsForTheInputThatEndsLastAndThenForASlot() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
    node("w/a", Kind.TASK, 1, 5, 20);
    node("w/b", Kind.EXPRESSION, 1, 5, 30);
    node("w/c", Kind.TASK, 1, 42, 50);
    edge("w/b", "w/c");
    edge("w/a", "w/c");

    assertEquals(of(0, "", 5), waits("w/a"));
    assertEquals(of(30, "w/b", 12), waits("w/c"));
  }

  @Test
  void anInputThatIsAWorkflowEndsWithTheLastOfItsParts() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
    node("w/sub", Kind.WORKFLOW, 0, 0, 0);
    node("w/sub/map", Kind.MAP, 0, 0, 0);
    node("w/sub/map/x", Kind.TASK, 9, 1, 70);
    node("w/c", Kind.TASK, 1, 75, 80);
    edge("w/sub", "w/c");

    assertEquals(of(70, "w/sub", 5), waits("w/c"));
  }

  @Test
  void aCallInAnInnerWorkflowWaitsSinceThatHasItsInputs() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
    node("w/a", Kind.TASK, 1, 0, 40);
    node("w/sub", Kind.WORKFLOW, 0, 0, 0);
    node("w/sub/x", Kind.TASK, 1, 43, 50);
    node("w/sub/y", Kind.TASK, 1, 51, 60);
    edge("w/a", "w/sub");
    edge("w/sub/x", "w/sub/y");

    assertEquals(of(0, "", 3), waits("w/sub/x"));
    assertEquals(of(10, "w/sub/x", 1), waits("w/sub/y"));
  }

  @Test
  void anInputThatWasNeverExecutedHeldNobodyBack() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
    node("w/skipped", Kind.TASK, 0, 0, 0);
    node("w/c", Kind.TASK, 1, 6, 9);
    edge("w/skipped", "w/c");

    assertEquals(of(0, "", 6), waits("w/c"));
  }

  @Test
  void nothingIsToldOfWhatIsExecutedAgainOrNotAtAll() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
    node("w/again", Kind.TASK, 2, 1, 9);
    node("w/never", Kind.TASK, 0, 0, 0);

    assertNull(waits("w/again"));
    assertNull(waits("w/never"));
    assertNull(waits("w"));
  }

  @Test
  void nothingIsToldOfWhatMapsAndDynamicsExecute() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
    node("w/map", Kind.MAP, 0, 0, 0);
    node("w/map/sub", Kind.WORKFLOW, 0, 0, 0);
    node("w/map/sub/x", Kind.TASK, 1, 3, 9);
    node("w/d", Kind.DYNAMIC, 0, 0, 0);
    node("w/d/y", Kind.TASK, 1, 3, 9);

    assertNull(waits("w/map/sub/x"));
    assertNull(waits("w/d/y"));
  }
}
