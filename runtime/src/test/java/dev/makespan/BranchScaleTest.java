package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many branches that recursion would overflow a stack, and quadratic work would not end. */
class BranchScaleTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);

  @Test
  void manyEarlyReturns() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      for (int i = 0; i < 10_000; i++) {
        body.when(1, false);
        body.exit(1, i);
        body.end();
      }
      return body.call(next, 2, 0);
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void branchesInEachOther() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      for (int i = 0; i < 10_000; i++) {
        body.when(1, true);
      }
      Step<Integer> innermost = body.call(next, 2, 0);
      for (int i = 0; i < 10_000; i++) {
        body.otherwise();
        Step<Integer> other = body.call(next, 3, 1);
        body.end();
        innermost = body.either("value", 1, innermost, other);
      }
      return innermost;
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void branchesThatAreSkippedInEachOther() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      for (int i = 0; i < 10_000; i++) {
        body.when(1, false);
      }
      body.call(next, 2, 0);
      for (int i = 0; i < 10_000; i++) {
        body.end();
      }
      return body.value(1);
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void branchesBelowEachOther() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.value(0);
      for (int i = 0; i < 20_000; i++) {
        boolean even = i % 2 == 0;
        Step<Boolean> condition = body.eval("condition", 1, () -> even);
        body.barrier(2);
        body.when(2, condition);
        Step<Integer> first = body.call(next, 2, last);
        body.otherwise();
        Step<Integer> second = body.assign("last", 3, last);
        body.end();
        body.barrier(2);
        last = body.either("last", 1, first, second);
      }
      return last;
    });

    assertEquals(10_000, Waiting.<Integer>on(run));
  }

  @Test
  void aMapOfManyBodiesWithBranches() throws Throwable {
    List<Integer> elements = IntStream.range(0, 200_000).boxed().toList();
    Run<List<Integer>> run =
        flow.run((body, in) -> body.<Integer, Integer>each("map", 1, elements, (each, element) -> {
          each.when(1, element % 2 == 0);
          each.exit(1, element);
          each.end();
          return each.value(-element);
        }));

    assertEquals(-199_999, Waiting.<List<Integer>>on(run).get(199_999));
  }
}
