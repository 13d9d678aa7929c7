package dev.makespan.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The figures of a report, and its text. */
class RunReportTest {
  private static final Waits.Wait NONE = Waits.Wait.NONE;

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Waits.Wait waited(long millis) {
    return Waits.Wait.of(ms(millis));
  }

  private static RunReport.NodeReport node(String name, Waits waits) {
    return new RunReport.NodeReport(
        "w/" + name, name, RunGraph.Kind.TASK, 7, 1, 0, ms(0), ms(1), ms(1), waits);
  }

  private static RunReport report(int limit, Executions executions, RunReport.NodeReport... nodes) {
    return new RunReport(
        "w-1",
        RunReport.Outcome.SUCCEEDED,
        ms(400),
        ms(900),
        limit,
        List.of(new RunReport.PathStep("w/a", "a", ms(300))),
        List.of(nodes),
        0,
        executions);
  }

  private static List<String> lines(RunReport report) {
    return report.toString().lines().toList();
  }

  @Test
  void theLowerBoundIsTheCriticalPathWhereThereAreSlotsEnough() {
    assertEquals(ms(300), report(4, Executions.NONE).lowerBound());
    assertEquals(
        "lower bound 300.0 ms (critical path)",
        lines(report(4, Executions.NONE)).get(2));
  }

  @Test
  void theLowerBoundIsTheSumOverTheSlotsWhereThereAreFew() {
    assertEquals(ms(450), report(2, Executions.NONE).lowerBound());
    assertEquals(
        "lower bound 450.0 ms (tasks in sum / 2 slots)",
        lines(report(2, Executions.NONE)).get(2));
  }

  @Test
  void theLowerBoundIsTheCriticalPathWhereThereIsNoLimit() {
    assertEquals(ms(300), report(0, Executions.NONE).lowerBound());
  }

  @Test
  void theTextTellsTheWaitsThatTookAHundredthOfTheMakespan() {
    RunReport report = report(
        2,
        Executions.NONE,
        node("unknown", null),
        node("inputsOnly", new Waits(waited(300), "w/a", NONE, NONE, NONE)),
        node("brief", new Waits(NONE, "", waited(3), waited(3), waited(3))),
        node("slot", new Waits(waited(100), "w/a", waited(4), NONE, NONE)),
        node(
            "all",
            new Waits(
                NONE,
                "",
                new Waits.Wait(ms(900), ms(20)),
                new Waits.Wait(ms(900), ms(30)),
                new Waits.Wait(ms(900), ms(40)))));

    assertEquals(
        List.of(
            "longest waits",
            "  slot                               slot 4.0 ms, inputs 100.0 ms (last w/a)",
            "  all                                slot 20.0 ms, pool 30.0 ms, back-off 40.0 ms"),
        lines(report).subList(9, 12));
    assertEquals(12, lines(report).size());
  }

  @Test
  void theTextSaysThatExecutionsAreASample() {
    Execution execution = new Execution(
        new ExecutionId("w-1", "w/a", "a", RunGraph.Kind.TASK, 2, -1),
        ms(1),
        List.of(),
        TaskOutcome.CANCELLED,
        ms(2),
        ms(0),
        "",
        ms(1),
        ms(0),
        ms(0));

    assertEquals(
        "1 of 3 executions are kept, as a sample",
        lines(report(0, new Executions(List.of(execution), 3))).get(4));
    assertEquals(4, lines(report(0, new Executions(List.of(execution), 1))).size());
  }

  @Test
  void theTextsHaveTheSameDigitsEverywhere() {
    RunReport report = new RunReport(
        "w-1",
        RunReport.Outcome.FAILED,
        ms(400),
        ms(900),
        2,
        List.of(),
        List.of(node("a", new Waits(NONE, "", waited(4), NONE, NONE))),
        1,
        new Executions(List.of(), 3));
    RunGraph graph = new RunGraph(
        List.of(new RunGraph.Node("w", "", "w", RunGraph.Kind.WORKFLOW, "W.java", 7)), List.of());
    String text = report.toString() + graph;
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertEquals("\u0667", String.format("%d", 7), "the locale has digits of its own");
      assertEquals(text, report.toString() + graph);
    } finally {
      Locale.setDefault(before);
    }
  }
}
