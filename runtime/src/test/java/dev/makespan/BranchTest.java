package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Branches and early returns of a wired body. */
class BranchTest {
  private final TestFlow flow = new TestFlow();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final TaskDef<Boolean> isBig =
      flow.task("isBig", in -> noted("isBig", (Integer) in[0] > 10));
  private final TaskDef<Integer> half = flow.task("half", in -> noted("half", (Integer) in[0] / 2));
  private final TaskDef<Integer> twice =
      flow.task("twice", in -> noted("twice", (Integer) in[0] * 2));
  private final TaskDef<Void> hello = flow.action("hello", () -> log.add("hello"));

  private <T> T noted(String name, T value) {
    log.add(name);
    return value;
  }

  private TaskDef<Integer> choosing() {
    return flow.workflow("choosing", (run, in) -> {
      Step<Boolean> big = run.call(isBig, 1, in);
      run.when(2, big);
      Step<Integer> first = run.call(half, 3, in);
      run.otherwise();
      Step<Integer> second = run.call(twice, 4, in);
      run.end();
      Step<Integer> chosen = run.either("chosen", 2, first, second);
      return run.call(twice, 5, chosen);
    });
  }

  @Test
  void runsTheBranchThatIsTaken() throws Throwable {
    assertEquals(20, Waiting.<Integer>on(flow.run(choosing(), 20)));
    assertEquals(List.of("isBig", "half", "twice"), List.copyOf(log));
  }

  @Test
  void runsTheOtherBranch() throws Throwable {
    assertEquals(20, Waiting.<Integer>on(flow.run(choosing(), 5)));
    assertEquals(List.of("isBig", "twice", "twice"), List.copyOf(log));
  }

  private TaskDef<Integer> returningEarly() {
    return flow.workflow("returningEarly", (run, in) -> {
      Step<Boolean> big = run.call(isBig, 1, in);
      run.barrier(2);
      run.when(2, big);
      run.when(3, in[1]);
      Step<Integer> halved = run.call(half, 4, in[0]);
      run.exit(4, halved);
      run.end();
      run.fence(hello, 5);
      run.end();
      run.barrier(2);
      return run.call(twice, 6, in[0]);
    });
  }

  @Test
  void nothingBelowAnEarlyReturnRuns() throws Throwable {
    assertEquals(10, Waiting.<Integer>on(flow.run(returningEarly(), 20, true)));
    assertEquals(List.of("isBig", "half"), List.copyOf(log));
  }

  @Test
  void goesOnWhereTheInnerConditionIsFalse() throws Throwable {
    assertEquals(40, Waiting.<Integer>on(flow.run(returningEarly(), 20, false)));
    assertEquals(List.of("isBig", "hello", "twice"), List.copyOf(log));
  }

  @Test
  void goesOnWhereTheOuterConditionIsFalse() throws Throwable {
    assertEquals(10, Waiting.<Integer>on(flow.run(returningEarly(), 5, true)));
    assertEquals(List.of("isBig", "twice"), List.copyOf(log));
  }

  @Test
  void nothingStartsBelowAnEarlyReturnBeforeTheConditionIsKnown() throws Throwable {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    TaskDef<Boolean> slow = flow.task("slow", in -> {
      Waiting.on(open);
      return noted("slow", true);
    });
    TaskDef<Integer> beside = flow.task("beside", in -> {
      other.countDown();
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> first = body.call(beside, 1);
      Step<Boolean> condition = body.call(slow, 2);
      body.when(3, condition);
      body.exit(3, first);
      body.end();
      return body.call(twice, 4, 1);
    });
    Waiting.on(other);
    open.countDown();

    assertEquals(1, Waiting.<Integer>on(run));
    assertEquals(List.of("slow"), List.copyOf(log));
  }

  @Test
  void aFenceWaitsForWhatIsSkippedToo() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Boolean> big = body.call(isBig, 1, 5);
      body.barrier(2);
      body.when(2, big);
      body.fence(hello, 3);
      body.otherwise();
      body.call(half, 4, 2);
      body.end();
      body.barrier(2);
      return body.call(twice, 5, 1);
    });

    assertEquals(2, Waiting.<Integer>on(run));
    assertEquals(List.of("isBig", "half", "twice"), List.copyOf(log));
  }

  @Test
  void aFenceInABranchThatIsNotTakenHoldsNothing() throws Throwable {
    CountDownLatch open = new CountDownLatch(1);
    TaskDef<Integer> slow = flow.task("slow", in -> {
      Waiting.on(open);
      return noted("slow", 1);
    });
    TaskDef<Integer> opening = flow.task("opening", in -> {
      open.countDown();
      return noted("opening", 1);
    });
    Run<Integer> run = flow.run((body, in) -> {
      body.call(opening, 1);
      body.barrier(2);
      body.when(2, true);
      body.call(slow, 3);
      body.otherwise();
      body.fence(hello, 4);
      body.end();
      body.barrier(2);
      return body.call(twice, 5, 1);
    });

    assertEquals(2, Waiting.<Integer>on(run));
    assertEquals(List.of("opening", "slow", "twice"), List.copyOf(log));
  }

  @Test
  void expressionsInABranchWaitForTheConditionAndAreSkippedWithIt() throws Throwable {
    CountDownLatch open = new CountDownLatch(1);
    TaskDef<Boolean> slow = flow.task("slow", in -> {
      Waiting.on(open);
      return noted("slow", (Boolean) in[0]);
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<Boolean> yes = body.call(slow, 1, true);
      body.when(2, yes);
      Step<Integer> first = body.eval("first", 3, () -> noted("first", 1));
      body.otherwise();
      Step<Integer> second = body.eval("second", 4, () -> noted("second", 2));
      body.end();
      Step<Integer> beside = body.eval("beside", 5, () -> {
        log.add("beside");
        open.countDown();
        return 3;
      });
      Step<Integer> chosen = body.either("chosen", 2, first, second);
      return body.eval("sum", 6, () -> chosen.value() + beside.value(), chosen, beside);
    });

    assertEquals(4, Waiting.<Integer>on(run));
    assertEquals(List.of("beside", "slow", "first"), List.copyOf(log));
  }

  @Test
  void theReportAndTheGraphTellWhatWasNotTaken() throws Throwable {
    Run<Integer> run = flow.run(choosing(), 20);
    Waiting.ended(run);

    assertEquals(
        List.of("choosing 1", "isBig 1", "if 1", "half 1", "twice 0", "chosen 1", "twice#2 1"),
        run.report().nodes().stream()
            .map(node -> node.name() + " " + node.count())
            .toList());
    assertEquals(
        List.of(
            "choosing/isBig -> choosing/if DATA",
            "choosing/if -> choosing/half BRANCH",
            "choosing/if -> choosing/twice BRANCH",
            "choosing/half -> choosing/chosen DATA",
            "choosing/twice -> choosing/chosen DATA",
            "choosing/chosen -> choosing/twice#2 DATA"),
        run.graph().edges().stream()
            .map(edge -> edge.from() + " -> " + edge.to() + " " + edge.reason())
            .toList());
    String graph = run.graph().toString();
    assertTrue(graph.contains("<- if (branch)"), graph);
  }
}
