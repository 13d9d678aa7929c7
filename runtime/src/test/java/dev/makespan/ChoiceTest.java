package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Decisions of a wired body between several cases. */
class ChoiceTest {
  private final TestFlow flow = new TestFlow();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final TaskDef<Integer> option = flow.task("option", in -> noted("option", in[0]));
  private final TaskDef<Integer> half = flow.task("half", in -> noted("half", (Integer) in[0] / 2));
  private final TaskDef<Integer> twice =
      flow.task("twice", in -> noted("twice", (Integer) in[0] * 2));
  private final TaskDef<Void> hello = flow.action("hello", () -> log.add("hello"));
  private final TaskDef<Integer> fails = flow.task("fails", in -> {
    throw new IllegalStateException("fails");
  });

  private Integer noted(String name, Object value) {
    log.add(name);
    return (Integer) value;
  }

  private TaskDef<Integer> choosing() {
    return flow.workflow("choosing", (run, in) -> {
      Step<Integer> chosen = run.call(option, 1, in);
      run.choose(2, chosen);
      run.option(0);
      Step<Integer> first = run.call(half, 3, 20);
      run.option(1);
      Step<Integer> second = run.call(twice, 4, 20);
      run.option(3);
      Step<Integer> third = run.assign("value", 5, 7);
      run.end();
      Step<Integer> value = run.either("value", 2, first, second, third);
      return run.call(twice, 6, value);
    });
  }

  @Test
  void runsTheCaseThatIsChosen() throws Throwable {
    assertEquals(20, Waiting.<Integer>on(flow.run(choosing(), 0)));
    assertEquals(List.of("option", "half", "twice"), List.copyOf(log));
  }

  @Test
  void runsAnotherCase() throws Throwable {
    assertEquals(80, Waiting.<Integer>on(flow.run(choosing(), 1)));
    assertEquals(List.of("option", "twice", "twice"), List.copyOf(log));
  }

  @Test
  void runsACaseWithoutCalls() throws Throwable {
    assertEquals(14, Waiting.<Integer>on(flow.run(choosing(), 3)));
    assertEquals(List.of("option", "twice"), List.copyOf(log));
  }

  private TaskDef<Integer> returning() {
    return flow.workflow("returning", (run, in) -> {
      run.barrier(2);
      run.choose(2, in[0]);
      run.option(0);
      Step<Integer> first = run.call(half, 3, 20);
      run.exit(3, first);
      run.option(1);
      run.when(4, in[1]);
      run.exit(5, 5);
      run.end();
      run.fence(hello, 6);
      run.end();
      run.barrier(2);
      return run.call(twice, 7, 20);
    });
  }

  @Test
  void runsNoCaseIfNoneHasTheNumber() throws Throwable {
    assertEquals(40, Waiting.<Integer>on(flow.run(returning(), -1, true)));
    assertEquals(List.of("twice"), List.copyOf(log));
  }

  @Test
  void leavesTheBodyFromACase() throws Throwable {
    assertEquals(10, Waiting.<Integer>on(flow.run(returning(), 0, true)));
    assertEquals(List.of("half"), List.copyOf(log));
  }

  @Test
  void leavesTheBodyFromABranchInACase() throws Throwable {
    assertEquals(5, Waiting.<Integer>on(flow.run(returning(), 1, true)));
    assertEquals(List.of(), List.copyOf(log));
  }

  @Test
  void goesOnBelowABranchThatIsNotTaken() throws Throwable {
    assertEquals(40, Waiting.<Integer>on(flow.run(returning(), 1, false)));
    assertEquals(List.of("hello", "twice"), List.copyOf(log));
  }

  @Test
  void runsNoCaseIfTheChoiceFails() {
    TaskDef<Integer> failing = flow.workflow("failing", (run, in) -> {
      Step<Integer> chosen = run.call(fails, 1);
      run.choose(2, chosen);
      run.option(0);
      run.fence(hello, 3);
      run.end();
      return run.call(half, 4, 20);
    });
    assertThrows(IllegalStateException.class, () -> Waiting.on(flow.run(failing)));
    assertEquals(0, log.stream().filter("hello"::equals).count());
  }
}
