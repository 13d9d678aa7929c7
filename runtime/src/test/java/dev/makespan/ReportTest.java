package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.Executions;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.event.Waits;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a run tells of itself. */
class ReportTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> one = flow.task("one", in -> 1);

  @Test
  void theGraphHasTheCallSitesAndWhatEachWaitsFor() throws Throwable {
    TaskDef<Integer> sub = flow.workflow("sub", (run, in) -> run.call(one, 30));
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> a = body.call(one, 11);
      Step<Integer> b = body.call(one.named("other"), 12, a);
      body.<Integer>eval("n", 13, () -> a.value(), a);
      body.fence(flow.action("store", () -> {}), 14);
      Step<List<Integer>> c = body.map(sub, 15, List.of(1, 2), Body.ELEMENT);
      return body.call(one, 16, b, c);
    });
    Waiting.on(run);

    assertEquals("""
        flow                             workflow   TestFlow.java:1
          one                            task       TestFlow.java:11
          other                          task       TestFlow.java:12  <- one
          n                              expression TestFlow.java:13  <- one
          store                          task       TestFlow.java:14  <- one (fence), other (fence), n (fence)
          map                            map        TestFlow.java:15  <- store (fence)
            sub                          workflow   TestFlow.java:1
              one                        task       TestFlow.java:30
          one#2                          task       TestFlow.java:16  <- other, map, store (fence)
        """, run.graph().toString());
    assertEquals("flow/map/sub/one", run.graph().nodes().get(7).id());
    assertEquals("flow/map/sub", run.graph().nodes().get(7).parent());
    assertEquals(
        new RunGraph.Edge("flow/one", "flow/other", RunGraph.Reason.DATA),
        run.graph().edges().get(0));
  }

  @Test
  void callSitesOfOneNameHaveDifferentIds() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      body.call(one, 1);
      body.call(one.named("one#2"), 2);
      body.call(one, 3);
      return body.call(one.named("one#2"), 4);
    });
    Waiting.on(run);

    assertEquals(
        List.of("flow", "flow/one", "flow/one#2", "flow/one#3", "flow/one#2#2"),
        run.graph().nodes().stream().map(RunGraph.Node::id).toList());
  }

  @Test
  void theReportCountsWhatWasExecuted() throws Throwable {
    TaskDef<Integer> oddFails = flow.mapTask("oddFails", in -> {
      if (((Integer) in[0]) % 2 == 1) {
        throw new IllegalStateException();
      }
      return 1;
    });
    Run<?> run = (Run<?>) flow.map(oddFails.concurrency(1), List.of(0, 2, 3, 4), Body.ELEMENT);
    Waiting.failure(run);
    Waiting.ended(run);
    RunReport report = run.report();
    RunReport.NodeReport node = report.nodes().get(1);

    assertEquals(RunReport.Outcome.FAILED, report.outcome());
    assertEquals(3, node.count());
    assertEquals(1, node.failures());
    assertEquals(report.work(), node.time());
    assertTrue(node.lastEnd().compareTo(node.firstStart()) >= 0);
    assertTrue(report.makespan().compareTo(node.lastEnd()) >= 0);
  }

  @Test
  void theCriticalPathIsTheLongestChainByName() throws Throwable {
    CountDownLatch shortIsThrough = new CountDownLatch(1);
    TaskDef<Integer> first = flow.task("first", in -> 1);
    TaskDef<Integer> quick = flow.task("quick", in -> {
      shortIsThrough.countDown();
      return 1;
    });
    TaskDef<Integer> slow = flow.task("slow", in -> {
      Waiting.on(shortIsThrough);
      long start = System.nanoTime();
      while (System.nanoTime() - start < 20_000_000) {
        Thread.onSpinWait();
      }
      return 1;
    });
    TaskDef<Integer> last = flow.task("last", in -> 1);
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> begin = body.call(first, 1);
      Step<Integer> a = body.call(quick, 2, begin);
      Step<Integer> b = body.call(slow, 3, begin);
      return body.call(last, 4, a, b);
    });
    Waiting.on(run);
    RunReport report = run.report();

    assertEquals(
        List.of("first", "slow", "last"),
        report.criticalPath().stream().map(RunReport.PathStep::name).toList());
    assertTrue(report.criticalPathTime().compareTo(report.makespan()) <= 0);
    assertTrue(report.work().compareTo(report.criticalPathTime()) >= 0);
  }

  @Test
  void theCriticalPathGoesThroughTheCallsThatADynamicWaitedFor() throws Throwable {
    Run<Integer> run = flow.run(flow.<Integer>dynamic("dynamic", in -> {
      TestFlow joined = flow.joined();
      for (int i = 0; i < 3; i++) {
        joined.run(one).join();
      }
      return 1;
    }));
    Waiting.on(run);

    assertEquals(
        List.of("one", "one", "one"),
        run.report().criticalPath().stream().map(RunReport.PathStep::name).toList());
  }

  @Test
  void theReportOfARunThatGoesOnSaysSo() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Run<Integer> run = flow.run(flow.<Integer>task("waiting", in -> {
      started.countDown();
      Waiting.on(leave);
      return 1;
    }));
    Waiting.on(started);

    assertEquals(RunReport.Outcome.RUNNING, run.report().outcome());
    assertEquals(1, run.report().nodes().get(0).count());
    leave.countDown();
    Waiting.on(run);
    assertEquals(RunReport.Outcome.SUCCEEDED, run.report().outcome());
  }

  @Test
  void aTimedOutTaskFailsAWorkflowOnlyWhenItsReportIsComplete() throws Throwable {
    TaskDef<Integer> slow = flow.<Integer>task("slow", in -> {
          Waiting.forInterrupt();
          return 1;
        })
        .timeout(1);
    Run<Integer> run = flow.run((body, in) -> body.call(slow, 1));
    RunReport.Outcome atOnce =
        run.handle((value, thrown) -> run.report().outcome()).join();

    assertEquals(RunReport.Outcome.FAILED, atOnce);
  }

  @Test
  void theSpeedUpIsTheWorkDividedByTheMakespan() {
    RunReport report = new RunReport(
        "run-1",
        RunReport.Outcome.SUCCEEDED,
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        3,
        List.of(
            new RunReport.PathStep("w/a", "a", Duration.ofMillis(150)),
            new RunReport.PathStep("w/b", "b", Duration.ofMillis(40))),
        List.of(new RunReport.NodeReport(
            "w/a",
            "a",
            RunGraph.Kind.TASK,
            7,
            3,
            1,
            Duration.ZERO,
            Duration.ofMillis(190),
            Duration.ofMillis(500),
            null)),
        0,
        Executions.NONE);

    assertEquals(2.5, report.speedUp());
    assertEquals(Duration.ofMillis(190), report.criticalPathTime());
    List<String> lines = report.toString().lines().toList();
    assertEquals(
        "run run-1 succeeded: makespan 200.0 ms, tasks 500.0 ms in sum, speed-up 2.50 (sum / makespan)",
        lines.get(0));
    assertEquals("critical path 190.0 ms: a 150.0 ms -> b 40.0 ms", lines.get(1));
    assertEquals("lower bound 190.0 ms (critical path)", lines.get(2));
    assertEquals(
        "  a                                  task            7        3        1       0 µs   190.0 ms   500.0 ms",
        lines.get(4));
    assertEquals(5, lines.size());
  }

  @Test
  void theReportTellsTheLimitOfTheRunAndWhatEachCallWaitedFor() throws Throwable {
    TaskDef<Integer> sub =
        flow.workflow("sub", (run, in) -> run.call(one.named("inner"), 20, in[0]));
    Run<Integer> run = flow.run(flow.<Integer>workflow("flow", (body, in) -> {
          Step<Integer> a = body.call(one.named("a"), 11);
          body.call(one.named("b"), 12);
          Step<Integer> c = body.call(sub, 13, a);
          body.map(one, 14, List.of(1, 2), Body.ELEMENT);
          return body.call(one.named("last"), 15, c);
        })
        .maxParallelism(1));
    Waiting.on(run);
    RunReport report = run.report();

    assertEquals(1, report.limit());
    assertTrue(report.lowerBound().compareTo(report.work()) >= 0);
    assertTrue(report.lowerBound().compareTo(report.makespan()) <= 0);
    assertEquals("", waits(report, "flow/a").lastInput());
    assertEquals(Waits.Wait.NONE, waits(report, "flow/b").inputs());
    assertTrue(waits(report, "flow/b")
            .slot()
            .longest()
            .compareTo(waits(report, "flow/a").slot().longest())
        > 0);
    assertEquals("flow/sub", waits(report, "flow/last").lastInput());
    assertTrue(!waits(report, "flow/last").inputs().longest().isZero());
    assertEquals("", waits(report, "flow/sub/inner").lastInput());
    assertNull(waits(report, "flow/map/one"));
  }

  private static Waits waits(RunReport report, String node) {
    return report.nodes().stream()
        .filter(each -> each.node().equals(node))
        .findFirst()
        .orElseThrow()
        .waits();
  }
}
