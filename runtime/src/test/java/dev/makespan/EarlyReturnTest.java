package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Early returns whose values are late, that stand in each other, or beside failures. */
class EarlyReturnTest {
  private final TestFlow flow = new TestFlow();
  private final Queue<Object> log = new ConcurrentLinkedQueue<>();
  private final IllegalStateException failure = new IllegalStateException("planned");
  private final TaskDef<Object> note = flow.task("note", in -> {
    log.add(in[0]);
    return in[0];
  });
  private final TaskDef<Object> fails = flow.task("fails", in -> {
    throw failure;
  });

  private static List<String> names(RunReport report) {
    return report.criticalPath().stream().map(RunReport.PathStep::name).toList();
  }

  @Test
  void theCriticalPathLeadsThroughTheConditionOfAReturnThatIsNotTaken() throws Throwable {
    Run<Object> run = flow.run((body, in) -> {
      Step<Object> condition = body.call(note, 1, false);
      body.when(2, condition);
      body.exit(2, 1);
      body.end();
      return body.call(note, 3, 2);
    });

    assertEquals(2, Waiting.<Object>on(run));
    assertEquals(List.of("note", "note#2"), names(run.report()));
  }

  @Test
  void theCriticalPathLeadsThroughTheConditionOfABranchThatIsNotTaken() throws Throwable {
    Run<Object> run = flow.run((body, in) -> {
      Step<Object> condition = body.call(note, 1, false);
      body.when(2, condition);
      Step<Object> first = body.call(note, 3, 1);
      body.end();
      return body.after(first).call(note, 4, 2);
    });

    assertEquals(2, Waiting.<Object>on(run));
    assertEquals(List.of("note", "note#3"), names(run.report()));
  }

  @Test
  void returnsTheFirstOfSeveralThatIsReached() throws Throwable {
    Run<Object> run = flow.run((body, in) -> {
      body.when(1, false);
      body.exit(1, "first");
      body.end();
      body.when(2, true);
      body.when(3, true);
      body.exit(3, "second");
      body.end();
      body.exit(4, "third");
      body.end();
      body.when(5, true);
      body.exit(5, "fourth");
      body.end();
      return body.call(note, 6, "last");
    });

    assertEquals("second", Waiting.<Object>on(run));
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void waitsForAValueThatIsNotReadyYet() throws Throwable {
    CountDownLatch open = new CountDownLatch(1);
    TaskDef<Object> slow = flow.task("slow", in -> {
      Waiting.on(open);
      return "slow";
    });
    TaskDef<Object> opens = flow.task("opens", in -> {
      open.countDown();
      return true;
    });
    Run<Object> run = flow.run((body, in) -> {
      Step<Object> value = body.call(slow, 1);
      Step<Object> condition = body.call(opens, 2);
      body.when(2, condition);
      body.exit(2, value);
      body.end();
      return body.call(note, 3, "last");
    });

    assertEquals("slow", Waiting.<Object>on(run));
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void theFailureOfItsValueIsTheBodys() throws Throwable {
    Run<Object> run = flow.run((body, in) -> {
      body.when(1, true);
      body.exit(1, body.call(fails, 1));
      body.end();
      return body.call(note, 3, "last");
    });

    assertSame(failure, Waiting.failure(run));
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void aFailureAboveWinsThoughTheReturnIsTaken() throws Throwable {
    CountDownLatch open = new CountDownLatch(1);
    TaskDef<Object> late = flow.task("late", in -> {
      Waiting.on(open);
      throw failure;
    });
    Run<Object> run = flow.run((body, in) -> {
      body.call(late, 1);
      body.when(2, true);
      body.call(flow.action("opens", open::countDown), 3);
      body.exit(3, "early");
      body.end();
      return body.call(note, 4, "last");
    });

    assertSame(failure, Waiting.failure(run));
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void aFenceBelowAReturnThatIsTakenNeverRuns() throws Throwable {
    TaskDef<Void> hello = flow.action("hello", () -> log.add("hello"));
    Run<Object> run = flow.run((body, in) -> {
      Step<Object> value = body.call(note, 1, "value");
      body.fence(hello, 2);
      body.barrier(3);
      body.when(3, true);
      body.fence(hello, 4);
      body.exit(5, value);
      body.otherwise();
      body.fence(hello, 6);
      body.end();
      body.barrier(3);
      body.fence(hello, 7);
      return body.eval("result", 8, () -> log.add("result"));
    });

    assertEquals("value", Waiting.<Object>on(run));
    assertEquals(List.of("value", "hello", "hello"), List.copyOf(log));
  }
}
