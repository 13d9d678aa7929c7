package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Steps that wait for others without using their values. */
class AfterTest {
  private final TestFlow flow = new TestFlow();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final TaskDef<String> slow = flow.task("slow", in -> {
    Waiting.on(open);
    return noted("slow");
  });
  private final TaskDef<String> quick = flow.task("quick", in -> noted("quick" + in[0]));

  private String noted(String name) {
    log.add(name);
    return name;
  }

  @Test
  void waitsForTheEndOfTheOthersAndNothingElseDoes() throws Throwable {
    CountDownLatch besideRan = new CountDownLatch(1);
    TaskDef<String> beside = flow.task("beside", in -> {
      besideRan.countDown();
      return noted("beside");
    });
    Run<String> run = flow.run((body, in) -> {
      Step<String> first = body.call(slow, 1);
      Step<String> second = body.call(quick, 2, 1);
      body.after(first, second).call(quick, 3, 2);
      return body.call(beside, 4);
    });
    Waiting.on(besideRan);
    assertTrue(!log.contains("quick2"), log::toString);
    open.countDown();

    assertEquals("beside", Waiting.on(run));
    List<String> ran = List.copyOf(log);
    assertTrue(ran.indexOf("quick2") > ran.indexOf("slow"), ran::toString);
    assertTrue(ran.indexOf("quick2") > ran.indexOf("quick1"), ran::toString);
    assertEquals(Set.of("beside", "quick1", "slow", "quick2"), Set.copyOf(ran));
  }

  @Test
  void aMapWaitsWithAllItsElements() throws Throwable {
    try (Runner runner = Runner.builder().maxParallelism(2).build()) {
      TestFlow two = new TestFlow(runner);
      TaskDef<String> element = two.task("element", in -> noted("element" + in[0]));
      TaskDef<String> blocked = two.task("blocked", in -> {
        Waiting.on(open);
        return noted("blocked");
      });
      // Gets the other slot after the elements, if they were ready.
      TaskDef<String> opening = two.task("opening", in -> {
        open.countDown();
        return "";
      });
      Run<List<String>> run = two.run((body, in) -> {
        Step<String> first = body.call(blocked, 1);
        Step<List<String>> all =
            body.after(first).map(element, 2, List.of(1, 2), dev.makespan.support.Body.ELEMENT);
        body.call(opening, 3);
        return all;
      });

      assertEquals(List.of("element1", "element2"), Waiting.on(run));
      assertEquals("blocked", log.get(0));
    }
  }

  @Test
  void anExpressionWaits() throws Throwable {
    Run<String> run = flow.run((body, in) -> {
      Step<String> first = body.call(slow, 1);
      return body.after(first).<String>eval("pure", 2, () -> noted("pure"));
    });
    open.countDown();

    assertEquals("pure", Waiting.on(run));
    assertEquals(List.of("slow", "pure"), log);
  }

  @Test
  void neverStartsWhenAnotherFails() throws Throwable {
    IllegalStateException failure = new IllegalStateException("no");
    TaskDef<String> fails = flow.task("fails", in -> {
      throw failure;
    });
    Run<String> run = flow.run((body, in) -> {
      Step<String> first = body.call(fails, 1);
      return body.after(first).call(quick, 2, 2);
    });

    assertSame(failure, Waiting.failure(run));
    assertEquals(List.of(), log);
  }

  @Test
  void theGraphTellsTheReason() throws Throwable {
    open.countDown();
    Run<String> run = flow.run((body, in) -> {
      Step<String> first = body.call(slow, 1);
      return body.after(first).call(quick, 2, 2);
    });
    Waiting.on(run);

    assertEquals(
        List.of(new RunGraph.Edge("flow/slow", "flow/quick", RunGraph.Reason.AFTER)),
        run.graph().edges());
    assertTrue(run.graph().toString().contains("<- slow (after)"), run.graph()::toString);
  }

  @Test
  void aDerivedDefinitionIsOneCallSiteInAllElements() throws Throwable {
    TaskDef<List<String>> inner = flow.workflow(
        "inner",
        (body, in) -> body.map(
            quick.named("renamed").timeout(9_000), 1, in[0], dev.makespan.support.Body.ELEMENT));
    Run<List<List<String>>> run = flow.run((body, in) ->
        body.map(inner, 2, List.of(List.of(1), List.of(2)), dev.makespan.support.Body.ELEMENT));
    Waiting.on(run);

    assertEquals(
        List.of("flow", "map", "inner", "map", "renamed"),
        run.graph().nodes().stream().map(RunGraph.Node::name).toList());
  }
}
