package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.makespan.event.RunGraph;
import dev.makespan.event.RunGraph.Kind;
import dev.makespan.event.RunReport.NodeReport;
import dev.makespan.event.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What first starts and last ends tell of waits. */
class DefaultWaitsTest {
  private final List<RunGraph.Node> nodes = new ArrayList<>();
  private final List<RunGraph.Edge> edges = new ArrayList<>();
  private final List<NodeReport> reports = new ArrayList<>();
  private final Map<String, CallSite.Figures> figures = new HashMap<>();

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  DefaultWaitsTest() {
    node("w", Kind.WORKFLOW, 0, 0, 0);
  }

  private void node(String id, Kind kind, long count, long start, long end) {
    node(id, kind, count, start, end, end - start);
  }

  private void node(String id, Kind kind, long count, long start, long end, long time) {
    int slash = id.lastIndexOf('/');
    String parent = slash < 0 ? "" : id.substring(0, slash);
    String name = id.substring(slash + 1);
    nodes.add(new RunGraph.Node(id, parent, name, kind, "W.java", 1));
    reports.add(
        new NodeReport(id, name, kind, 1, count, 0, nanos(start), nanos(end), nanos(time), null));
  }

  /** One whose own figures tell nothing of waits. */
  private void around(String id, Kind kind) {
    node(id, kind, 0, 0, 0);
  }

  /** A task that was executed once, and what it uses. */
  private void task(String id, long start, long end, String... inputs) {
    node(id, Kind.TASK, 1, start, end);
    uses(id, inputs);
  }

  private void uses(String id, String... inputs) {
    for (String input : inputs) {
      edges.add(new RunGraph.Edge(input, id, RunGraph.Reason.DATA));
    }
  }

  private Waits waits(String id) {
    return DefaultWaits.fill(new RunGraph(nodes, edges), reports, figures).stream()
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
    task("w/a", 5, 20);
    node("w/b", Kind.EXPRESSION, 1, 5, 30);
    task("w/c", 42, 50, "w/b", "w/a");

    assertEquals(of(0, "", 5), waits("w/a"));
    assertEquals(of(30, "w/b", 12), waits("w/c"));
  }

  @Test
  void whatIsNeitherAnAttemptNorABackOffNorAPoolIsTheWaitForASlot() {
    task("w/a", 5, 20);
    node("w/b", Kind.TASK, 1, 30, 90, 33);
    uses("w/b", "w/a");
    figures.put("w/b", new CallSite.Figures(1, 0, 30, 90, 33, 7, 25));

    // The 70 from the end of the input on, without the 33 of the attempts.
    assertEquals(
        new Waits(
            Waits.Wait.of(nanos(20)),
            "w/a",
            Waits.Wait.of(nanos(5)),
            Waits.Wait.of(nanos(7)),
            Waits.Wait.of(nanos(25))),
        waits("w/b"));
  }

  @Test
  void aCallThatGoesOnHasWaitedUpToItsFirstStart() {
    task("w/a", 5, 20);
    node("w/b", Kind.TASK, 1, 30, 0, 0);
    uses("w/b", "w/a");

    assertEquals(of(20, "w/a", 10), waits("w/b"));
  }

  @Test
  void anInputThatIsAWorkflowEndsWithTheLastOfItsParts() {
    around("w/sub", Kind.WORKFLOW);
    around("w/sub/map", Kind.MAP);
    node("w/sub/map/x", Kind.TASK, 9, 1, 70);
    task("w/c", 75, 80, "w/sub");

    assertEquals(of(70, "w/sub", 5), waits("w/c"));
  }

  @Test
  void aCallInAnInnerWorkflowWaitsSinceThatHasItsInputs() {
    task("w/a", 0, 40);
    around("w/sub", Kind.WORKFLOW);
    uses("w/sub", "w/a");
    task("w/sub/x", 43, 50);
    task("w/sub/y", 51, 60, "w/sub/x");

    assertEquals(of(0, "", 3), waits("w/sub/x"));
    assertEquals(of(10, "w/sub/x", 1), waits("w/sub/y"));
  }

  @Test
  void anInputThatWasNeverExecutedHeldNobodyBack() {
    node("w/skipped", Kind.TASK, 0, 0, 0);
    task("w/c", 6, 9, "w/skipped");

    assertEquals(of(0, "", 6), waits("w/c"));
  }

  @Test
  void nothingIsToldOfWhatIsExecutedAgainOrNotAtAll() {
    node("w/again", Kind.TASK, 2, 1, 9);
    node("w/never", Kind.TASK, 0, 0, 0);

    assertNull(waits("w/again"));
    assertNull(waits("w/never"));
    assertNull(waits("w"));
  }

  @Test
  void nothingIsToldOfWhatMapsAndDynamicsExecute() {
    around("w/map", Kind.MAP);
    around("w/map/sub", Kind.WORKFLOW);
    task("w/map/sub/x", 3, 9);
    around("w/d", Kind.DYNAMIC);
    task("w/d/y", 3, 9);

    assertNull(waits("w/map/sub/x"));
    assertNull(waits("w/d/y"));
  }
}
