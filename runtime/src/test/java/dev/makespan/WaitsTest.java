package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.Execution;
import dev.makespan.event.Recording;
import dev.makespan.event.RunReport;
import dev.makespan.event.Waits;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a full recording tells of each execution: for which element it was, and why it waited. */
class WaitsTest {
  private final Runner runner =
      Runner.builder().pool("db", 1).recording(Recording.FULL).build();
  private final TestFlow flow = new TestFlow(runner);
  private final TaskDef<Integer> one = flow.task("one", in -> 1);

  @AfterEach
  void close() {
    runner.close();
  }

  private static List<Execution> executions(Run<?> run, String node) {
    return run.report().executions().kept().stream()
        .filter(each -> each.id().node().equals(node))
        .toList();
  }

  private static Execution only(Run<?> run, String node) {
    List<Execution> found = executions(run, node);
    assertEquals(1, found.size(), node);
    return found.get(0);
  }

  private static List<Integer> elements(Run<?> run, String node) {
    return executions(run, node).stream()
        .map(each -> each.id().element())
        .sorted()
        .toList();
  }

  /** Since when it waited for its inputs. */
  private static Duration wired(Execution execution) {
    return execution.queuedAt().minus(execution.inputs());
  }

  /** Since when it waited for a slot and a pool. */
  private static Duration ready(Execution execution) {
    return execution.attempts().get(0).startedAt().minus(execution.slot()).minus(execution.pool());
  }

  /** A run of a task that gets the only place of a pool, and of one that waits for it. */
  private Run<Integer> fullPool(TestFlow of, TestFlow.Action holding, CountDownLatch isFull) {
    return of.run((body, in) -> {
      body.call(of.action("holder", holding).pool("db"), 1);
      body.call(of.<Integer>task("waiting", values -> 1).pool("db"), 2);
      // A body submits what is ready in the order of its steps.
      return body.call(
          of.task("last", values -> {
            isFull.countDown();
            return 1;
          }),
          3);
    });
  }

  @Test
  void aTaskThatFindsNoPlaceWaitsForItsPool() throws Throwable {
    CountDownLatch isFull = new CountDownLatch(1);
    Run<Integer> run = fullPool(flow, () -> Waiting.on(isFull), isFull);
    Waiting.on(run);
    Execution waiting = only(run, "flow/waiting");

    assertTrue(waiting.pool().compareTo(Duration.ZERO) > 0);
    assertEquals(waiting.queuedAt(), ready(waiting));
    assertEquals(Duration.ZERO, only(run, "flow/holder").pool());
    RunReport.NodeReport node = run.report().nodes().get(2);
    assertEquals("flow/waiting", node.node());
    assertEquals(waiting.pool(), node.waits().pool().longest());
    assertEquals(waiting.slot(), node.waits().slot().longest());
  }

  @Test
  void aTaskThatIsCancelledInAPoolsQueueHasWaitedForThePool() throws Throwable {
    CountDownLatch isFull = new CountDownLatch(1);
    Run<Integer> run = fullPool(flow, Waiting::forInterrupt, isFull);
    Waiting.on(isFull);
    run.cancel(true);
    Waiting.ended(run);
    Execution waiting = only(run, "flow/waiting");

    assertEquals(List.of(), waiting.attempts());
    assertTrue(waiting.pool().compareTo(Duration.ZERO) > 0);
    assertEquals(waiting.endedAt(), waiting.queuedAt().plus(waiting.slot()).plus(waiting.pool()));
  }

  @Test
  void theDefaultRecordingTellsOfTasksThatAreExecutedOnceWhatTheyWaitedFor() throws Throwable {
    try (Runner keepsFigures = Runner.builder().pool("db", 1).build()) {
      CountDownLatch isFull = new CountDownLatch(1);
      TestFlow own = new TestFlow(keepsFigures);
      Run<Integer> pooled = fullPool(own, () -> Waiting.on(isFull), isFull);
      Waiting.on(pooled);
      RunReport.NodeReport waiting = pooled.report().nodes().get(2);

      assertEquals("flow/waiting", waiting.node());
      assertTrue(waiting.waits().pool().longest().compareTo(Duration.ZERO) > 0);
      assertEquals(
          waiting.firstStart(),
          waiting.waits().slot().longest().plus(waiting.waits().pool().longest()));

      AtomicInteger attempts = new AtomicInteger();
      TaskDef<Integer> fails = own.<Integer>task("fails", in -> {
            if (attempts.incrementAndGet() < 3) {
              throw new IOException();
            }
            return 1;
          })
          .retries(2)
          .backoff(1, 1);
      Run<Integer> retried = own.run((body, in) -> body.call(fails, 1));
      Waiting.on(retried);
      Duration backoff = retried.report().nodes().get(1).waits().backoff().longest();

      // Two waits, each of half a millisecond at least and a whole one at most.
      assertTrue(backoff.compareTo(Duration.ofMillis(1)) >= 0, backoff::toString);
      assertTrue(backoff.compareTo(Duration.ofMillis(2)) <= 0, backoff::toString);
    }
  }

  @Test
  void whatEachExecutionWaitedForAddsUp() throws Throwable {
    TaskDef<Integer> flaky = flow.<Integer>task("flaky", in -> {
          if (ThreadLocalRandom.current().nextInt(3) == 0) {
            throw new IOException();
          }
          return 1;
        })
        .retries(50)
        .backoff(1, 1)
        .pool("db");
    TaskDef<Integer> sub = flow.workflow("sub", (body, in) -> {
      Step<Integer> first = body.call(flaky, 10);
      body.call(one.named("beside"), 11);
      return body.call(flaky.named("second"), 12, first);
    });
    List<Run<List<Integer>>> runs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      runs.add(flow.run(flow.<List<Integer>>workflow(
              "flow", (body, in) -> body.map(sub, 1, Collections.nCopies(10, 1)))
          .maxParallelism(1 + i % 3)));
    }
    for (Run<List<Integer>> run : runs) {
      Waiting.on(run);
      for (Execution each : run.report().executions().kept()) {
        Duration sum = each.queuedAt().plus(each.slot()).plus(each.pool()).plus(each.backoff());
        for (Execution.Attempt attempt : each.attempts()) {
          sum = sum.plus(attempt.endedAt().minus(attempt.startedAt()));
        }
        assertEquals(each.endedAt(), sum, each::toString);
        assertFalse(each.slot().isNegative(), each::toString);
        assertFalse(each.inputs().isNegative(), each::toString);
      }
    }
  }

  @Test
  void theInputThatEndsLastIsTold() throws Throwable {
    CountDownLatch quickIsOver = new CountDownLatch(1);
    TaskDef<Integer> slow = flow.task("slow", in -> {
      Waiting.on(quickIsOver);
      return 1;
    });
    TaskDef<Integer> after = flow.task("after", in -> {
      quickIsOver.countDown();
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> first = body.call(slow, 1);
      Step<Integer> second = body.call(one.named("quick"), 2);
      body.call(after, 3, second);
      return body.call(one.named("last"), 4, first, second);
    });
    Waiting.on(run);
    Execution last = only(run, "flow/last");

    assertEquals("", only(run, "flow/slow").lastInput());
    assertEquals(Duration.ZERO, only(run, "flow/slow").inputs());
    assertEquals("flow/quick", only(run, "flow/after").lastInput());
    assertEquals("flow/slow", last.lastInput());
    assertEquals(wired(last), wired(only(run, "flow/after")));
    assertTrue(wired(last).compareTo(only(run, "flow/slow").queuedAt()) <= 0);
    assertEquals("flow/slow", run.report().nodes().get(4).waits().lastInput());
  }

  @Test
  void whatStandsBelowAReturnThatIsNotTakenWaitsForItsCondition() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Boolean> condition = body.call(flow.<Boolean>task("asks", values -> false), 1);
      body.when(2, condition);
      body.exit(2, 1);
      body.end();
      return body.call(one, 3);
    });
    Waiting.on(run);

    assertEquals("flow/if", only(run, "flow/one").lastInput());
  }

  @Test
  void theElementsOfAMapWaitForItsInputsAndThenForASlot() throws Throwable {
    checkElements(one);
  }

  @Test
  void soDoElementsThatAreExecutedEachForItself() throws Throwable {
    checkElements(one.retries(1));
  }

  private void checkElements(TaskDef<Integer> task) throws Throwable {
    TaskDef<List<Integer>> list = flow.task("list", in -> List.of(7, 8, 9));
    Run<List<Integer>> run = flow.run(flow.<List<Integer>>workflow(
            "flow", (body, in) -> body.map(task, 2, body.call(list, 1), Body.ELEMENT))
        .maxParallelism(1));
    Waiting.on(run);
    List<Execution> elements = executions(run, "flow/map/one");
    Execution first = elements.get(0);
    Duration begin = ready(first);

    assertEquals(List.of(0, 1, 2), elements(run, "flow/map/one"));
    assertTrue(begin.compareTo(only(run, "flow/list").endedAt()) >= 0);
    for (Execution each : elements) {
      assertEquals("flow/list", each.lastInput());
      assertEquals(begin, ready(each));
      assertEquals(first.inputs(), each.inputs());
    }
    assertTrue(begin.minus(first.inputs()).compareTo(only(run, "flow/list").queuedAt()) <= 0);

    RunReport.NodeReport node = run.report().nodes().get(3);
    assertEquals("flow/map/one", node.node());
    assertEquals("flow/list", node.waits().lastInput());
    assertEquals(
        new Waits.Wait(first.inputs().multipliedBy(3), first.inputs()),
        node.waits().inputs());
    assertEquals(
        new Waits.Wait(
            first.slot().plus(elements.get(1).slot()).plus(elements.get(2).slot()),
            elements.get(2).slot()),
        node.waits().slot());
  }

  @Test
  void allThatIsCalledForAnElementIsToldWithItsIndex() throws Throwable {
    TaskDef<Integer> sub = flow.workflow(
        "sub", (body, in) -> body.call(one.named("second"), 11, body.call(one.named("first"), 10)));
    TaskDef<Integer> dynamic = flow.dynamic(
        "dynamic", in -> flow.joined().<Integer>run(one.named("called")).join());
    Run<Integer> run = flow.run((body, in) -> {
      body.map(sub, 1, List.of(5, 6), Body.ELEMENT);
      body.map(dynamic, 2, List.of(5, 6), Body.ELEMENT);
      body.<Integer, Integer>each(
          "each", 3, List.of(5, 6), (inner, element) -> inner.call(one.named("within"), 4));
      return body.call(one.named("outside"), 5);
    });
    Waiting.on(run);

    assertEquals(List.of(0, 1), elements(run, "flow/map/sub/first"));
    assertEquals(List.of(0, 1), elements(run, "flow/map/sub/second"));
    assertEquals(
        List.of("flow/map/sub/first", "flow/map/sub/first"),
        executions(run, "flow/map/sub/second").stream()
            .map(Execution::lastInput)
            .toList());
    assertEquals(List.of(0, 1), elements(run, "flow/map#2/dynamic"));
    assertEquals(List.of(-1, -1), elements(run, "flow/map#2/dynamic/called"));
    assertEquals(List.of(0, 1), elements(run, "flow/each/element/within"));
    assertEquals(List.of(-1), elements(run, "flow/outside"));
  }

  @Test
  void theElementsOfAMapThatIsARunHaveTheirIndices() throws Throwable {
    Run<List<Integer>> run =
        (Run<List<Integer>>) flow.<Integer>map(one, List.of(5, 6, 7), Body.ELEMENT);
    Waiting.on(run);

    assertEquals(List.of(0, 1, 2), elements(run, "one/one"));
  }
}
