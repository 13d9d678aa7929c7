package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.spi.TaskDef;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FenceTest {
  private final TestFlow flow = new TestFlow();
  private final List<String> order = new CopyOnWriteArrayList<>();

  private TaskDef<String> step(String name) {
    return flow.task(name, in -> {
      order.add(name);
      return name;
    });
  }

  @Test
  void startsWhenAllAboveHasEndedAndAllBelowWaitsForIt() throws Throwable {
    CyclicBarrier above = new CyclicBarrier(2);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    TaskDef<String> together = flow.task("together", in -> {
      Waiting.on(above);
      order.add("above");
      return "";
    });
    TaskDef<Void> fence = flow.action("fence", () -> {
      order.add("in");
      entered.countDown();
      Waiting.on(leave);
      order.add("out");
    });
    TaskDef<String> below = step("below");

    Run<String> run = flow.run((body, in) -> {
      body.call(together, 1);
      body.call(together, 2);
      body.fence(fence, 3);
      body.<String>eval("pure", 4, () -> {
        order.add("pure");
        return "";
      });
      body.fence(flow.action("second", () -> order.add("second")), 5);
      return body.call(below, 6);
    });
    Waiting.on(entered);
    assertEquals(List.of("above", "above", "in"), order);
    leave.countDown();

    assertEquals("below", Waiting.on(run));
    assertEquals(List.of("above", "above", "in", "out", "pure", "second", "below"), order);
  }

  @Test
  void doesNotRunWhenSomethingAboveFails() throws Throwable {
    AtomicBoolean ran = new AtomicBoolean();
    IllegalStateException thrown = new IllegalStateException();

    assertSame(thrown, Waiting.failure(flow.run((body, in) -> {
      body.call(
          flow.task("failing", x -> {
            throw thrown;
          }),
          1);
      body.fence(flow.action("fence", () -> ran.set(true)), 2);
      return null;
    })));
    assertFalse(ran.get());
  }

  @Test
  void thatFailsLetsNothingBelowStart() throws Throwable {
    IllegalStateException thrown = new IllegalStateException();

    assertSame(thrown, Waiting.failure(flow.run((body, in) -> {
      body.fence(
          flow.action("fence", () -> {
            throw thrown;
          }),
          1);
      body.<String>eval("pure", 2, () -> {
        order.add("pure");
        return "";
      });
      return body.call(step("below"), 3);
    })));
    assertEquals(List.of(), order);
  }

  @Test
  void orderAWholeBodyOfFences() throws Throwable {
    Run<Void> run = flow.run((body, in) -> {
      for (int i = 0; i < 200; i++) {
        String name = "" + i;
        body.fence(flow.action(name, () -> order.add(name)), i);
      }
      return null;
    });

    Waiting.on(run);
    assertEquals(java.util.stream.IntStream.range(0, 200).mapToObj(i -> "" + i).toList(), order);
  }
}
