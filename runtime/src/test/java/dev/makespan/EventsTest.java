package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.EventGrammar;
import dev.makespan.event.Execution;
import dev.makespan.event.Recording;
import dev.makespan.event.RunEvent;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What listeners hear of real runs, and what stands around their tasks. */
class EventsTest {
  private static final ThreadLocal<String> BOUND = new ThreadLocal<>();

  private final EventGrammar grammar = new EventGrammar();
  private final List<RunEvent> told = new CopyOnWriteArrayList<>();
  /**
   * Opens when all is told: an event that a thread is held up in delays the last one, not the run.
   */
  private final CountDownLatch over = new CountDownLatch(1);

  private final List<String> around = new CopyOnWriteArrayList<>();
  private final Runner runner = Runner.builder()
      .listener(event -> {
        throw new IllegalStateException("a listener's");
      })
      .listener(grammar)
      .listener(told::add)
      .listener(event -> {
        if (event instanceof RunEvent.RunEnded) {
          over.countDown();
        }
      })
      .recording(Recording.FULL)
      .context(() -> {
        String callers = BOUND.get();
        return () -> {
          String before = BOUND.get();
          BOUND.set(callers);
          return () -> BOUND.set(before);
        };
      })
      .interceptor((attempt, task) -> {
        around.add(attempt.execution().name() + attempt.number() + BOUND.get());
        return task.proceed();
      })
      .build();
  private final TestFlow flow = new TestFlow(runner);

  @AfterEach
  void close() {
    BOUND.remove();
    runner.close();
    assertEquals(List.of(), grammar.problemsAtTheEnd());
    assertTrue(grammar.events() > 0);
  }

  private static List<String> kinds(List<RunEvent> events) {
    return events.stream().map(each -> each.getClass().getSimpleName()).toList();
  }

  @Test
  void aTaskIsQueuedStartsAndEnds() throws Throwable {
    BOUND.set("!");
    Run<String> run = flow.run(flow.<String>task("one", in -> BOUND.get()));

    assertEquals("!", Waiting.on(run));
    Waiting.on(over);
    assertEquals(List.of("RunStarted", "Queued", "Started", "Ended", "RunEnded"), kinds(told));
    assertEquals(List.of("one1!"), around);
    assertEquals(run.id(), told.get(0).run());
    Execution only = run.report().executions().kept().get(0);
    assertSame(TaskOutcome.SUCCEEDED, only.outcome());
  }

  @Test
  void mapsDynamicsAndFailuresAreWellFormed() throws Throwable {
    TaskDef<Integer> odd = flow.mapTask("odd", in -> {
      if ((Integer) in[0] % 2 == 1) {
        throw new IllegalStateException();
      }
      return 1;
    });
    TaskDef<Integer> dynamic = flow.<Integer>dynamic(
        "dynamic", in -> flow.joined().<Integer>run(odd, 2).join());
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> first = body.call(dynamic, 1);
      body.eval("n", 2, () -> first.value() + 1, first);
      body.map(odd, 3, new ArrayList<>(java.util.Collections.nCopies(500, 3)), Body.ELEMENT);
      return body.call(odd, 4, 2);
    });

    assertSame(IllegalStateException.class, Waiting.failure(run).getClass());
    Waiting.on(over);
    assertEquals(grammar.queued(run.id()), run.report().executions().total());
  }

  @Test
  void theElementsOfAMapAreToldByTheirIndices() throws Throwable {
    TaskDef<Integer> same = flow.mapTask("same", in -> (Integer) in[0]);
    Waiting.on(flow.run((body, in) -> body.map(same, 1, List.of(7, 8, 9), Body.ELEMENT)));
    Waiting.on(over);

    assertEquals(
        List.of(0, 1, 2),
        told.stream()
            .filter(RunEvent.Ended.class::isInstance)
            .map(event -> ((RunEvent.Ended) event).execution().element())
            .sorted()
            .toList());
  }

  @Test
  void aTimeoutIsToldBeforeTheEnd() throws Throwable {
    Run<Integer> run = flow.run(flow.<Integer>task("slow", in -> {
          Waiting.forInterrupt();
          return 1;
        })
        .timeout(1));
    Waiting.failure(run);
    Waiting.on(over);

    assertEquals(
        List.of("RunStarted", "Queued", "Started", "TimedOut", "Ended", "RunEnded"), kinds(told));
    assertSame(TaskOutcome.TIMED_OUT, ((RunEvent.Ended) told.get(4)).outcome());
  }

  @Test
  void aCancelledRunTellsWhatRanAndWhatDidNot() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    TaskDef<Integer> waiting = flow.task("waiting", in -> {
      started.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    Run<Integer> run = flow.run(flow.<Integer>workflow("flow", (body, in) -> {
          body.call(waiting, 1);
          return body.call(waiting, 2);
        })
        .maxParallelism(1));
    Waiting.on(started);
    while (grammar.queued(run.id()) < 2) {
      Thread.onSpinWait();
    }
    run.cancel(true);
    Waiting.on(over);

    assertTrue(kinds(told).contains("Cancelled"), () -> kinds(told).toString());
    RunEvent.RunEnded end = (RunEvent.RunEnded) told.get(told.size() - 1);
    assertSame(RunReport.Outcome.CANCELLED, end.outcome());
    assertNull(end.failure());
  }
}
