package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForEachTest {
  private final TestFlow flow = new TestFlow();
  private final List<Object> log = new CopyOnWriteArrayList<>();

  private TaskDef<Void> logs(String name) {
    return flow.task(name, in -> {
      log.add(in.length == 0 ? name : in[0]);
      return null;
    });
  }

  @Test
  void isOneFenceWithFreedomInside() throws Throwable {
    CyclicBarrier all = new CyclicBarrier(3);
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(3);
    TaskDef<Void> meet = flow.task("meet", in -> {
      Waiting.on(all);
      log.add("in");
      inside.countDown();
      Waiting.on(leave);
      return null;
    });

    Run<Void> run = flow.run((body, in) -> {
      body.call(logs("above"), 1);
      body.mapVoid(meet, 2, List.of(1, 2, 3), Body.ELEMENT);
      body.call(logs("below"), 3);
      body.<String>eval("pure", 4, () -> {
        log.add("pure");
        return "";
      });
      return null;
    });
    Waiting.on(inside);
    assertEquals(List.of("above", "in", "in", "in"), log);
    leave.countDown();
    Waiting.on(run);

    assertEquals(6, log.size());
  }

  @Test
  void ofBodiesIsAFenceAndItsFencesOrderEachElementOnly() throws Throwable {
    CyclicBarrier both = new CyclicBarrier(2);
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    TaskDef<Void> first = flow.task("first", in -> {
      Waiting.on(both);
      inside.countDown();
      Waiting.on(leave);
      log.add("first");
      return null;
    });
    Run<Void> run = flow.run((body, in) -> {
      body.<Integer>eachVoid("each", 1, List.of(1, 2), (each, element) -> {
        each.fence(first, 1, element);
        each.fence(logs("second"), 1);
      });
      body.call(logs("below"), 2);
      return null;
    });
    Waiting.on(inside);
    assertEquals(List.of(), log);
    leave.countDown();
    Waiting.on(run);

    assertEquals("below", log.get(4));
    assertEquals(2, log.subList(0, 4).stream().filter("second"::equals).count());
  }

  @Test
  void mayStandInAnother() throws Throwable {
    AtomicInteger sum = new AtomicInteger();
    TaskDef<Void> add = flow.task("add", in -> {
      sum.addAndGet((Integer) in[0] * (Integer) in[1]);
      return null;
    });
    Run<Void> run = flow.run((body, in) -> {
      body.<Integer>eachVoid(
          "outer",
          1,
          List.of(1, 2, 3),
          (each, element) -> each.mapVoid(add, 1, List.of(10, 20), element, Body.ELEMENT));
      return null;
    });
    Waiting.on(run);

    assertEquals(180, sum.get());
  }

  @Test
  void theFailureOfTheFirstElementWinsAndNothingBelowRuns() throws Throwable {
    TaskDef<Void> failing = flow.task("failing", in -> {
      throw new IOException("" + in[0]);
    });
    CyclicBarrier both = new CyclicBarrier(2);
    TaskDef<Void> together = flow.task("together", in -> {
      Waiting.on(both);
      throw new IOException("" + in[0]);
    });
    for (TaskDef<Void> task : List.of(failing, together)) {
      assertEquals(
          "1",
          Waiting.failure(flow.run((body, in) -> {
                body.mapVoid(task, 1, List.of(1, 2), Body.ELEMENT);
                body.fence(logs("below"), 2);
                return null;
              }))
              .getMessage());
    }
    assertEquals(List.of(), log);
  }

  @Test
  void ofNoOneAndManyElements() throws Throwable {
    for (int size : List.of(0, 1, 10_000)) {
      AtomicInteger count = new AtomicInteger();
      TaskDef<Void> task = flow.task("count", in -> {
        count.incrementAndGet();
        return null;
      });
      List<Integer> elements = IntStream.range(0, size).boxed().toList();
      Run<Void> run = flow.run((body, in) -> {
        body.mapVoid(task, 1, elements, Body.ELEMENT);
        return null;
      });
      Waiting.on(run);
      assertEquals(size, count.get());
    }
  }

  @Test
  void endsWhenTheRunIsCancelled() throws Throwable {
    CountDownLatch entered = new CountDownLatch(1);
    TaskDef<Void> task = flow.task("task", in -> {
      entered.countDown();
      Waiting.forInterrupt();
      return null;
    });
    Run<Void> run = flow.run((body, in) -> {
      body.mapVoid(task, 1, List.of(1), Body.ELEMENT);
      body.fence(logs("below"), 2);
      return null;
    });
    Waiting.on(entered);
    run.cancel(true);

    assertTrue(Waiting.failure(run) instanceof CancellationException);
    assertEquals(List.of(), log);
  }

  @Test
  void aMapReadsAStreamOnceWhenItBegins() throws Throwable {
    TaskDef<Integer> same = flow.mapTask("same", in -> in[0]);
    List<Integer> values = List.of(1, 2, 3);

    assertEquals(
        values,
        Waiting.on(flow.<List<Integer>>run((body, in) ->
            body.map(same, 1, body.<Stream<?>>eval("s", 1, values::stream), Body.ELEMENT))));
    assertEquals(
        List.of(0, 1, 2),
        Waiting.on(flow.<List<Integer>>run(
            (body, in) -> body.map(same, 1, IntStream.range(0, 3), Body.ELEMENT))));
  }

  @Test
  void calledPlainlyGoesInOrder() {
    Makespan.forEach(List.of(1, 2, 3), log::add);
    assertEquals(List.of(1, 2, 3), log);
    IOException thrown = assertThrows(
        IOException.class,
        () -> Makespan.forEach(List.of(4, 5), each -> {
          log.add(each);
          throw new IOException();
        }));
    assertEquals(0, thrown.getSuppressed().length);
    assertEquals(List.of(1, 2, 3, 4), log);
    assertThrows(NullPointerException.class, () -> Makespan.forEach(null, log::add));
  }

  @Test
  void togetherCalledPlainlyGoesInOrder() {
    IOException own = new IOException();
    assertSame(
        own,
        assertThrows(
            Exception.class,
            () -> Makespan.<Exception>together(
                () -> log.add(1),
                () -> {
                  throw own;
                },
                () -> log.add(2))));
    assertEquals(List.of(1), log);
    assertThrows(IllegalArgumentException.class, () -> Makespan.together());
  }

  @Test
  void tapCalledPlainlyRunsAtOnce() {
    Makespan.tap(() -> log.add(1));
    assertEquals(List.of(1), log);
    IOException own = new IOException();
    assertSame(
        own,
        assertThrows(
            IOException.class,
            () -> Makespan.tap(() -> {
              throw own;
            })));
  }
}
