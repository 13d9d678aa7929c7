package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.Execution;
import dev.makespan.event.Executions;
import dev.makespan.event.Recording;
import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of the elements of maps, which are executed in lanes. */
class FullRecordingTest {
  private final Runner runner = Runner.builder().recording(Recording.FULL).build();
  private final TestFlow flow = new TestFlow(runner);
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    over.countDown();
    runner.close();
  }

  private Run<List<Integer>> map(TaskDef<Integer> task, int size) {
    List<Integer> elements = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    return flow.run((body, in) -> body.map(task, 1, elements, Body.ELEMENT));
  }

  private static Executions executions(Run<?> run) throws Throwable {
    Waiting.ended(run);
    return run.report().executions();
  }

  @Test
  void eachElementIsKeptOnceInTheOrderOfItsThread() throws Throwable {
    Run<List<Integer>> run = map(flow.mapTask("same", in -> in[0]), 1_000);

    Executions executions = executions(run);
    assertEquals(1_000, executions.total());
    assertFalse(executions.isSampled());
    Set<Integer> elements = new HashSet<>();
    Set<Long> numbers = new HashSet<>();
    for (Execution each : executions.kept()) {
      elements.add(each.id().element());
      numbers.add(each.id().number());
      Execution.Attempt only = each.attempts().get(0);
      assertSame(TaskOutcome.SUCCEEDED, each.outcome());
      assertFalse(only.thread().isEmpty());
      assertTrue(only.startedAt().compareTo(only.endedAt()) <= 0, each::toString);
      assertTrue(only.endedAt().compareTo(run.report().makespan()) <= 0, each::toString);
    }
    assertEquals(1_000, elements.size());
    assertEquals(1_000, numbers.size());
    assertEquals(1, Collections.min(numbers));
    assertEquals(1_000, Collections.max(numbers));
  }

  @Test
  void aFailureIsKeptWithItsText() throws Throwable {
    Run<List<Integer>> run = map(
        flow.mapTask("odd", in -> {
          if (in[0].equals(70)) {
            throw new IllegalStateException("seventy");
          }
          return 1;
        }),
        100);

    Waiting.failure(run);
    List<Execution> failed = executions(run).kept().stream()
        .filter(each -> each.outcome() == TaskOutcome.FAILED)
        .toList();
    assertEquals(1, failed.size());
    assertEquals(70, failed.get(0).id().element());
    assertEquals(
        "java.lang.IllegalStateException: seventy",
        failed.get(0).attempts().get(0).failure());
  }

  @Test
  void ofManyEachHasTheSameChance() throws Throwable {
    int size = 3 * Executions.LIMIT;
    Executions executions = executions(map(flow.mapTask("same", in -> in[0]), size));

    assertEquals(size, executions.total());
    assertEquals(Executions.LIMIT, executions.kept().size());
    long early = executions.kept().stream()
        .filter(each -> each.id().number() <= Executions.LIMIT)
        .count();
    // A third of them; the standard deviation is some 120.
    assertEquals(Executions.LIMIT / 3.0, early, 1_500);
  }

  @Test
  void whatIsGivenUpIsKeptAsAnOverrun() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    Run<List<Integer>> run = map(
        flow.mapTask("deaf", in -> {
          if (in[0].equals(2)) {
            started.countDown();
            while (over.getCount() > 0) {
              Thread.onSpinWait();
            }
          }
          return 1;
        }),
        3);
    Waiting.on(started);
    run.cancel(true);

    List<Execution> deaf =
        executions(run).kept().stream().filter(each -> each.id().element() == 2).toList();
    assertEquals(1, deaf.size());
    assertSame(TaskOutcome.CANCELLED, deaf.get(0).outcome());
    assertTrue(deaf.get(0).attempts().get(0).overrun());
  }
}
