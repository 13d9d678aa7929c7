package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapTest {
  private final TestFlow flow = new TestFlow();
  private final TaskDef<Integer> twice = flow.mapTask("twice", in -> 2 * (Integer) in[0]);

  private Run<List<Integer>> mapped(TaskDef<Integer> task, Object elements) {
    return flow.run((run, in) -> run.map(task, 1, elements, Body.ELEMENT));
  }

  @Test
  void keepsTheOrderOfTheElementsHoweverTheyEnd() throws Throwable {
    CountDownLatch last = new CountDownLatch(1);
    TaskDef<Integer> reversed = flow.mapTask("reversed", in -> {
      if (in[0].equals(2)) {
        last.countDown();
      }
      Waiting.on(last);
      return (Integer) in[0];
    });

    assertEquals(List.of(1, 3, 2), Waiting.on(mapped(reversed, List.of(1, 3, 2))));
  }

  @Test
  void passesNullElementsAndNullResultsOn() throws Throwable {
    TaskDef<Integer> same = flow.mapTask("same", in -> in[0]);

    assertEquals(Arrays.asList(1, null, 3), Waiting.on(mapped(same, Arrays.asList(1, null, 3))));
  }

  @Test
  void ofNoElementsIsEmptyAtOnce() throws Throwable {
    assertEquals(List.of(), Waiting.on(mapped(twice, List.of())));
    assertEquals(List.of(), Waiting.on(flow.map(twice, List.of(), Body.ELEMENT)));
  }

  @Test
  void givesAListThatCannotBeChanged() throws Throwable {
    List<Integer> results = Waiting.on(mapped(twice, List.of(1)));

    assertThrows(UnsupportedOperationException.class, () -> results.set(0, 3));
    assertThrows(UnsupportedOperationException.class, () -> results.add(3));
  }

  @Test
  void failsAsThePlainCallForNoCollection() throws Throwable {
    Throwable thrown = Waiting.failure(mapped(twice, null));

    assertSame(NullPointerException.class, thrown.getClass());
    assertEquals("elements", thrown.getMessage());
  }

  @Test
  void theFailureOfTheFirstElementInOrderWinsAndElementsBeforeGoOn() throws Throwable {
    CountDownLatch interrupted = new CountDownLatch(1);
    CyclicBarrier all = new CyclicBarrier(3);
    AtomicInteger ended = new AtomicInteger();
    TaskDef<Integer> task = flow.mapTask("task", in -> {
      Waiting.on(all);
      switch ((Integer) in[0]) {
        case 0:
          Waiting.on(interrupted);
          ended.incrementAndGet();
          throw new IllegalStateException("first");
        case 1:
          throw new IllegalStateException("second");
        default:
          try {
            Waiting.forInterrupt();
          } finally {
            interrupted.countDown();
          }
          return 0;
      }
    });

    Throwable thrown = Waiting.failure(mapped(task, List.of(0, 1, 2)));

    assertEquals("first", thrown.getMessage());
    assertEquals("second", thrown.getSuppressed()[0].getMessage());
    assertEquals(1, thrown.getSuppressed().length);
    assertEquals(1, ended.get());
  }

  @Test
  void nothingStartsBehindAFailedElement() throws Throwable {
    AtomicInteger started = new AtomicInteger();
    try (Runner runner = Runner.builder().maxParallelism(1).build()) {
      TestFlow own = new TestFlow(runner);
      TaskDef<Integer> failing = own.mapTask("failing", in -> {
        started.incrementAndGet();
        throw new IllegalStateException();
      });
      Waiting.failure(own.map(failing, List.of(1, 2, 3), Body.ELEMENT));
    }

    assertEquals(1, started.get());
  }

  @Test
  void holdsNoMoreElementsThanItsConcurrency() throws Throwable {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier three = new CyclicBarrier(3);
    TaskDef<Integer> task = flow.<Integer>mapTask("task", in -> {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      Waiting.on(three);
      running.decrementAndGet();
      return 0;
    });

    Waiting.on(mapped(task.concurrency(3), IntStream.range(0, 30).boxed().toList()));
    assertEquals(3, most.get());
  }

  private void assertHoldsThree(BiFunction<Body, TaskDef<Integer>, Step<Integer>> each)
      throws Throwable {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier three = new CyclicBarrier(3);
    TaskDef<Integer> task = flow.<Integer>mapTask("task", in -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Waiting.on(three);
          running.decrementAndGet();
          return 0;
        })
        .concurrency(3);
    TaskDef<List<Integer>> all = flow.workflow(
        "all",
        (run, in) -> run.<Integer, Integer>each(
            "each",
            1,
            IntStream.range(0, 15).boxed().toList(),
            (body, element) -> each.apply(body, task)));

    // The first run finds the shape of the bodies, the second one makes use of it.
    for (int i = 0; i < 2; i++) {
      Waiting.on(flow.run(all));
      assertEquals(3, most.getAndSet(0));
    }
  }

  @Test
  void itsConcurrencyHoldsWhateverElseAnElementNeeds() throws Throwable {
    TaskDef<Integer> more = flow.task("more", in -> 1);
    assertHoldsThree((body, task) -> body.call(more, 3, body.call(task, 2, body.call(more, 1))));
  }

  @Test
  void itsConcurrencyHoldsOverSeveralCallsOfAnElement() throws Throwable {
    assertHoldsThree((body, task) -> {
      body.call(task, 1);
      return body.call(task.named("again"), 2);
    });
  }

  @Test
  void aWorkflowThatAnElementCallsHasNoLimitForItsCallsOfMapTasks() throws Throwable {
    CyclicBarrier three = new CyclicBarrier(3);
    TaskDef<Integer> task = flow.<Integer>mapTask("task", in -> {
          Waiting.on(three);
          return 1;
        })
        .concurrency(1);
    TaskDef<Integer> inner = flow.workflow("inner", (run, in) -> run.call(task, 1, in[0]));
    TaskDef<List<Integer>> all = flow.workflow(
        "all",
        (run, in) -> run.<Integer, Integer>each(
            "each", 1, List.of(1, 2, 3), (each, element) -> each.call(inner, 1, element)));

    assertEquals(List.of(1, 1, 1), Waiting.on(flow.run(all)));
    TaskDef<List<List<Integer>>> nested = flow.workflow(
        "nested",
        (run, in) -> run.<Integer, List<Integer>>each(
            "each",
            1,
            List.of(1, 2, 3),
            (each, element) -> each.map(inner, 1, List.of(element), Body.ELEMENT)));
    assertEquals(List.of(List.of(1), List.of(1), List.of(1)), Waiting.on(flow.run(nested)));
  }

  @Test
  void startsAnElementOnlyWhenItMayRunSoThatAHugeMapIsCheap() throws Throwable {
    AtomicInteger alive = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int size = 100_000;
    TaskDef<Integer> task = flow.mapTask("task", in -> {
      alive.decrementAndGet();
      return 1;
    });
    TaskDef<List<Integer>> all = flow.workflow(
        "all",
        (run, in) -> run.<Integer, Integer>each(
            "each", 1, IntStream.range(0, size).boxed().toList(), (each, element) -> {
              most.accumulateAndGet(alive.incrementAndGet(), Math::max);
              return each.call(task, 1, element);
            }));

    assertEquals(size, Waiting.on(flow.run(all.maxParallelism(2))).size());
    assertTrue(most.get() <= 2, () -> most + " elements were under way");
  }

  @Test
  void anElementGoesOnAsSoonAsItsOwnCallHasEnded() throws Throwable {
    CountDownLatch firstIsThrough = new CountDownLatch(1);
    TaskDef<Integer> one = flow.task("one", in -> {
      if (in[0].equals(1)) {
        Waiting.on(firstIsThrough);
      }
      return (Integer) in[0];
    });
    TaskDef<Integer> two = flow.task("two", in -> {
      firstIsThrough.countDown();
      return 10 * (Integer) in[0];
    });

    Run<List<Integer>> run = flow.run((body, in) ->
        body.<Integer, Integer>each("each", 1, List.of(0, 1), (each, element) -> {
          Step<Integer> first = each.call(one, 1, element);
          return each.call(two, 1, first);
        }));

    assertEquals(List.of(0, 10), Waiting.on(run));
  }

  @Test
  void readsAnyCollectionByItsIterator() throws Throwable {
    Collection<Integer> strings = new AbstractCollection<>() {
      @Override
      public Iterator<Integer> iterator() {
        return List.of(1, 2).iterator();
      }

      @Override
      public int size() {
        return 2;
      }

      @Override
      public Object[] toArray() {
        return new Integer[] {1, 2};
      }
    };
    TaskDef<Integer> text = flow.mapTask("text", in -> "no integer");

    assertEquals(2, Waiting.on(mapped(text, strings)).size());
  }

  @Test
  void runsTheElementsThatItCouldReadBeforeTheCollectionBroke() throws Throwable {
    AtomicInteger ran = new AtomicInteger();
    NoSuchElementException broken = new NoSuchElementException();
    List<Integer> elements = new AbstractList<>() {
      @Override
      public Integer get(int index) {
        if (index == 2) {
          throw broken;
        }
        return index;
      }

      @Override
      public int size() {
        return 5;
      }

      @Override
      public Iterator<Integer> iterator() {
        return IntStream.range(0, 5).mapToObj(this::get).iterator();
      }
    };

    assertSame(
        broken,
        Waiting.failure(mapped(flow.mapTask("count", in -> ran.incrementAndGet()), elements)));
    assertEquals(2, ran.get());
    IllegalStateException own = new IllegalStateException();
    assertSame(
        own,
        Waiting.failure(mapped(
            flow.mapTask("failing", in -> {
              throw own;
            }),
            elements)));
    assertFalse(List.of(own.getSuppressed()).contains(own));
  }
}
