package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapSomeTest {
  private final TestFlow flow = new TestFlow();
  private final Set<Integer> processed = new ConcurrentSkipListSet<>();

  /** What an element does: a throwable is thrown, anything else is returned. */
  private Object outcome(Object element) throws Throwable {
    if (element instanceof Throwable thrown) {
      throw thrown;
    }
    return element;
  }

  private Run<List<Optional<Object>>> run(Object ratio, Object elements) {
    TaskDef<Object> task = flow.mapTask("task", in -> outcome(in[0]));
    return flow.run((body, in) -> body.mapSome(task, 1, ratio, elements, Body.ELEMENT));
  }

  private Run<List<Optional<Object>>> runOfBodies(Object ratio, Object elements) {
    TaskDef<Object> task = flow.task("task", in -> outcome(in[0]));
    return flow.run((body, in) -> body.<Object, Object>eachSome(
        "each", 1, ratio, elements, (each, element) -> each.call(task, 1, element)));
  }

  private List<Optional<Object>> plain(double ratio, List<Object> elements) throws Throwable {
    return Makespan.mapSome(ratio, elements, this::outcome);
  }

  private void assertResult(List<Optional<Object>> expected, double ratio, List<Object> elements)
      throws Throwable {
    assertEquals(expected, plain(ratio, elements));
    assertEquals(expected, Waiting.on(run(ratio, elements)));
    assertEquals(expected, Waiting.on(runOfBodies(ratio, elements)));
  }

  /** The elements are made anew for each way, since a failure keeps what is suppressed in it. */
  private void assertFails(
      Class<?> type, String message, List<String> suppressed, double ratio, Elements elements)
      throws Throwable {
    assertFailure(
        type,
        message,
        suppressed,
        assertThrows(Throwable.class, () -> plain(ratio, elements.make())));
    assertFailure(type, message, suppressed, Waiting.failure(run(ratio, elements.make())));
    assertFailure(type, message, suppressed, Waiting.failure(runOfBodies(ratio, elements.make())));
  }

  private interface Elements {
    List<Object> make();
  }

  private static void assertFailure(
      Class<?> type, String message, List<String> suppressed, Throwable thrown) {
    assertSame(type, thrown.getClass());
    assertEquals(message, thrown.getMessage());
    assertEquals(
        suppressed,
        Arrays.stream(thrown.getSuppressed()).map(Throwable::getMessage).toList());
  }

  @Test
  void givesAnEmptyOptionalForEachElementThatFailed() throws Throwable {
    assertResult(
        List.of(Optional.of(1), Optional.empty(), Optional.of(3)),
        0.5,
        List.of(1, new IOException(), 3));
    assertResult(List.of(Optional.empty()), 0, List.of(new IOException()));
    assertResult(List.of(Optional.of(1)), 1, List.of(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void ofNoElementsIsEmpty(double ratio) throws Throwable {
    assertResult(List.of(), ratio, List.of());
  }

  @Test
  void givesAListThatCannotBeChanged() throws Throwable {
    List<Object> one = List.of(1);
    for (List<Optional<Object>> each : List.of(plain(1, one), Waiting.on(run(1.0, one)))) {
      assertThrows(UnsupportedOperationException.class, () -> each.set(0, Optional.empty()));
    }
  }

  @Test
  void failsWithTheFirstFailureInOrderAndTheOthersSuppressed() throws Throwable {
    assertFails(
        IOException.class,
        "a",
        List.of("b", "c"),
        0.5,
        () -> List.of(1, new IOException("a"), new IOException("b"), 4, new IOException("c")));
  }

  @Test
  void countsExactly() throws Throwable {
    for (int percent = 0; percent <= 100; percent++) {
      List<Object> elements = new java.util.ArrayList<>();
      for (int i = 0; i < 100; i++) {
        elements.add(i < percent ? i : new IOException());
      }
      double ratio = percent / 100.0;
      double decimal = Double.parseDouble("0." + (percent < 10 ? "0" : "") + percent);
      assertEquals(100, plain(percent == 100 ? 1 : decimal, elements).size());
      assertEquals(100, Waiting.on(run(ratio, elements)).size());
      if (percent < 100) {
        double more = ratio + 0.001;
        assertThrows(IOException.class, () -> plain(more, elements));
        assertSame(IOException.class, Waiting.failure(run(more, elements)).getClass());
      }
    }
  }

  @Test
  void processesAllElementsBehindAFailingOne() throws Throwable {
    TaskDef<Integer> failing = flow.mapTask("failing", in -> {
      processed.add((Integer) in[0]);
      throw new IOException("" + in[0]);
    });
    List<Integer> elements = IntStream.range(0, 10_000).boxed().toList();

    Throwable thrown = Waiting.failure(flow.run(
        flow.workflow("all", (body, in) -> body.mapSome(failing, 1, 1.0, elements, Body.ELEMENT))
            .maxParallelism(1)));

    assertEquals("0", thrown.getMessage());
    assertEquals(9_999, thrown.getSuppressed().length);
    assertEquals(10_000, processed.size());
  }

  @Test
  void neverToleratesAnErrorAndStartsNothingBehindIt() throws Throwable {
    assertFails(AssertionError.class, "e", List.of(), 0, () -> List.of(new AssertionError("e"), 2));
    TaskDef<Integer> task = flow.mapTask("task", in -> {
      processed.add((Integer) in[0]);
      if (in[0].equals(1)) {
        throw new AssertionError();
      }
      return 0;
    });
    Waiting.failure(flow.run(flow.workflow(
            "all", (body, in) -> body.mapSome(task, 1, 0, List.of(0, 1, 2, 3), Body.ELEMENT))
        .maxParallelism(1)));
    assertEquals(Set.of(0, 1), processed);
  }

  @Test
  void anErrorWinsAgainstATolerableFailureBeforeIt() throws Throwable {
    Throwable thrown =
        Waiting.failure(run(0, List.of(new IOException("a"), new AssertionError("e", null))));

    assertEquals("e", thrown.getMessage());
    assertEquals("a", thrown.getSuppressed()[0].getMessage());
    Throwable plain = assertThrows(
        AssertionError.class,
        () -> plain(0, List.of(new IOException("a"), new AssertionError("e", null))));
    assertEquals("e", plain.getMessage());
  }

  @Test
  void neverToleratesAnInterruptionOrCancellation() throws Throwable {
    assertFails(
        InterruptedException.class,
        "i",
        List.of(),
        0,
        () -> List.of(new InterruptedException("i"), 2));
    assertFails(
        CancellationException.class,
        "c",
        List.of(),
        0,
        () -> List.of(new CancellationException("c"), 2));
    assertFails(
        IOException.class,
        "x",
        List.of(),
        0,
        () -> List.of(new IOException("x", new InterruptedException())));
  }

  @Test
  void refusesANullResult() throws Throwable {
    assertFails(
        NullPointerException.class,
        "the result of element 1 is null",
        List.of(),
        0,
        () -> Arrays.asList(1, null, 3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.NEGATIVE_INFINITY})
  void refusesARatioThatIsNone(double ratio) throws Throwable {
    String message = "ratio " + ratio + " isn't from 0 to 1";
    assertFails(IllegalArgumentException.class, message, List.of(), ratio, () -> List.of(1));
    assertFails(IllegalArgumentException.class, message, List.of(), ratio, () -> List.of());
  }

  @Test
  void takesTheRatioFromAStep() throws Throwable {
    TaskDef<Object> failing = flow.mapTask("task", in -> outcome(in[0]));
    TaskDef<Double> half = flow.task("half", in -> 0.5);
    List<Object> elements = List.of(1, new IOException());

    assertEquals(
        List.of(Optional.of(1), Optional.empty()),
        Waiting.on(flow.<List<Optional<Object>>>run(
            (body, in) -> body.mapSome(failing, 1, body.call(half, 1), elements, Body.ELEMENT))));
    assertSame(NullPointerException.class, Waiting.failure(run(null, elements)).getClass());
  }

  @Test
  void toleratesNoFailureOfTheCollection() throws Throwable {
    assertSame(NullPointerException.class, Waiting.failure(run(0, null)).getClass());
    assertThrows(NullPointerException.class, () -> plain(0, null));
  }

  @Test
  void aFailedElementFreesItsSlotForTheNext() throws Throwable {
    TaskDef<Integer> task = flow.<Integer>mapTask("task", in -> {
          if ((Integer) in[0] % 2 == 0) {
            throw new IOException();
          }
          return (Integer) in[0];
        })
        .concurrency(2);
    List<Integer> elements = IntStream.range(0, 1_000).boxed().toList();

    List<Optional<Integer>> results =
        Waiting.on(flow.run((body, in) -> body.mapSome(task, 1, 0.5, elements, Body.ELEMENT)));

    assertEquals(
        Collections.nCopies(500, Optional.empty()),
        results.stream().filter(Optional::isEmpty).toList());
    assertEquals(1_000, results.size());
  }

  @Test
  void aCancelledRunIsCancelledHoweverMuchIsTolerated() throws Throwable {
    CountDownLatch entered = new CountDownLatch(1);
    AtomicInteger started = new AtomicInteger();
    TaskDef<Integer> task = flow.mapTask("task", in -> {
      started.incrementAndGet();
      if (in[0].equals(0)) {
        throw new IOException();
      }
      entered.countDown();
      Waiting.forInterrupt();
      return 1;
    });
    Run<List<Optional<Integer>>> run = flow.run(flow.<List<Optional<Integer>>>workflow(
            "all", (body, in) -> body.mapSome(task, 1, 0, List.of(0, 1, 2, 3), Body.ELEMENT))
        .maxParallelism(1));
    Waiting.on(entered);
    run.cancel(true);

    assertTrue(Waiting.failure(run) instanceof CancellationException);
    assertEquals(2, started.get());
  }
}
