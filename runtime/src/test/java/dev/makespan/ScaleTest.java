package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sizes at which recursion would overflow a stack, and quadratic work would not end. */
class ScaleTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);

  @Test
  void aChainOfManySteps() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.call(next, 1, 0);
      for (int i = 1; i < 10_000; i++) {
        last = body.call(next, 1, last);
      }
      return last;
    });

    assertEquals(10_000, Waiting.<Integer>on(run));
  }

  @Test
  void manyStepsThatNeedEachOtherNot() throws Throwable {
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.call(next, 1, 0);
      for (int i = 1; i < 10_000; i++) {
        last = body.call(next, 1, 0);
      }
      return last;
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void aChainOfWorkflowsThatHaveNothingToDo() throws Throwable {
    TaskDef<Integer> same = flow.workflow("same", (body, in) -> body.value((Integer) in[0]));
    CountDownLatch wired = new CountDownLatch(1);
    TaskDef<Integer> first = flow.task("first", in -> {
      Waiting.on(wired);
      return 1;
    });
    Run<Integer> run = flow.run((body, in) -> {
      Step<Integer> last = body.call(first, 1);
      for (int i = 0; i < 10_000; i++) {
        last = body.call(same, 2, last);
      }
      wired.countDown();
      return last;
    });

    assertEquals(1, Waiting.<Integer>on(run));
  }

  @Test
  void aMapOfAMillionElements() throws Throwable {
    List<Integer> elements = IntStream.range(0, 1_000_000).boxed().toList();

    assertEquals(1_000_000, Waiting.on(flow.map(next, elements, Body.ELEMENT)).get(999_999));
  }

  @Test
  void aMapOfManyEmptyWorkflows() throws Throwable {
    TaskDef<Integer> same = flow.workflow("same", (body, in) -> body.value((Integer) in[0]));
    List<Integer> elements = IntStream.range(0, 100_000).boxed().toList();

    assertEquals(
        elements,
        Waiting.<List<Integer>>on(
            flow.run((body, in) -> body.map(same, 1, elements, Body.ELEMENT))));
  }

  @Test
  void aDynamicThatCallsOneAfterTheOther() throws Throwable {
    Run<Integer> run = flow.run(flow.<Integer>dynamic("loop", in -> {
      TestFlow joined = flow.joined();
      int value = 0;
      for (int i = 0; i < 100_000; i++) {
        value = joined.run(next, value).join();
      }
      return value;
    }));

    assertEquals(100_000, Waiting.<Integer>on(run));
  }

  @Test
  void dynamicsThatStartTheNextOneAndDoNotWaitForIt() throws Throwable {
    AtomicInteger ran = new AtomicInteger();
    AtomicReference<TaskDef<Integer>> dive = new AtomicReference<>();
    dive.set(flow.dynamic("dive", in -> {
      ran.incrementAndGet();
      int depth = (Integer) in[0];
      if (depth > 0) {
        flow.joined().run(dive.get(), depth - 1);
      }
      return depth;
    }));

    assertEquals(20_000, Waiting.<Integer>on(flow.run(dive.get(), 20_000)));
    assertEquals(20_001, ran.get());
  }
}
