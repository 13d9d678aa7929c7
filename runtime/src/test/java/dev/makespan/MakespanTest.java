package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.TaskDef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MakespanTest {
  private final CompletableFuture<Integer> first = new CompletableFuture<>();
  private final CompletableFuture<Integer> second = new CompletableFuture<>();
  private final IOException thrown = new IOException();
  private final IOException other = new IOException();

  @Test
  void mapAppliesInOrderAndPassesNullsOn() {
    List<String> results =
        Makespan.map(Arrays.asList("a", null), text -> text == null ? null : text + text);

    assertEquals(Arrays.asList("aa", null), results);
    assertThrows(UnsupportedOperationException.class, () -> results.add(""));
  }

  @Test
  void mapStopsAtTheFirstFailureAndThrowsItAsItIs() {
    List<Integer> seen = new ArrayList<>();

    assertSame(
        thrown,
        assertThrows(
            IOException.class,
            () -> Makespan.map(List.of(1, 2, 3), n -> {
              seen.add(n);
              if (n == 2) {
                throw thrown;
              }
              return n;
            })));
    assertEquals(List.of(1, 2), seen);
  }

  @Test
  void allHasTheOrderOfTheStages() {
    CompletableFuture<List<Integer>> all = Makespan.all(first, second);
    second.complete(2);
    assertFalse(all.isDone());
    first.complete(null);

    assertEquals(Arrays.asList(null, 2), all.join());
    assertThrows(UnsupportedOperationException.class, () -> all.join().set(0, 1));
  }

  @Test
  void allOfNothingIsEmptyAtOnce() {
    assertEquals(List.of(), Makespan.all(List.<CompletionStage<String>>of()).join());
  }

  @Test
  void allFailsWithTheFirstInOrderOnceAllHaveEnded() throws Throwable {
    CompletableFuture<List<Integer>> all = Makespan.all(List.of(first, second, second));
    second.completeExceptionally(other);
    assertFalse(all.isDone());
    first.completeExceptionally(thrown);

    assertSame(thrown, Waiting.failure(all));
    assertArrayEquals(new Throwable[] {other}, thrown.getSuppressed());
    assertSame(thrown, Waiting.failure(Makespan.all(first, second)));
    assertEquals(1, thrown.getSuppressed().length, "told again, kept once");
  }

  @Test
  void anyGivesTheFirstSuccess() {
    CompletableFuture<Integer> any = Makespan.any(first, second);
    first.completeExceptionally(thrown);
    assertFalse(any.isDone());
    second.complete(2);

    assertEquals(2, any.join());
    assertEquals(0, thrown.getSuppressed().length);
  }

  @Test
  void anyFailsWithTheFirstInOrderWhenAllFail() throws Throwable {
    CompletableFuture<Integer> any = Makespan.any(List.of(first, second));
    second.completeExceptionally(other);
    first.completeExceptionally(thrown);

    assertSame(thrown, Waiting.failure(any));
    assertArrayEquals(new Throwable[] {other}, thrown.getSuppressed());
  }

  @Test
  void anyOfNothingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Makespan.any(List.<CompletionStage<String>>of()));
  }

  @Test
  void joinThrowsTheExceptionAsItIs() {
    first.completeExceptionally(thrown);
    second.cancel(true);

    assertSame(thrown, assertThrows(IOException.class, () -> Makespan.join(first)));
    assertSame(
        thrown, assertThrows(IOException.class, () -> Makespan.join(first.thenApply(n -> n))));
    assertThrows(CancellationException.class, () -> Makespan.join(second));
  }

  @Test
  void allOfARunsFuturesWaitsThroughItsEngine() throws Throwable {
    TestFlow flow = new TestFlow();
    Run<Integer> run = flow.run(flow.<Integer>task("one", in -> 1));
    first.complete(2);
    CompletableFuture<List<Integer>> all = Makespan.all(List.of(first, run));

    assertInstanceOf(FlowFuture.class, all);
    assertEquals(List.of(2, 1), all.join());
    assertTrue(Makespan.any(List.of(run)).join() == 1);
  }

  @Test
  void aWrapperThatATaskThrowsItselfIsItsOwnException() throws Throwable {
    TestFlow flow = new TestFlow();
    for (Exception own : List.of(
        new CompletionException(thrown),
        new CompletionException("without a cause", null),
        new ExecutionException(thrown),
        new CancellationException("mine"))) {
      TaskDef<Integer> failing = flow.task("failing", in -> {
        throw own;
      });

      for (CompletionStage<?> stage : List.<CompletionStage<?>>of(
          flow.run(failing),
          Makespan.all(flow.run(failing)),
          Makespan.any(flow.run(failing), flow.run(failing)),
          Makespan.all(Makespan.all(first, flow.run(failing)), flow.run(failing)),
          flow.run((run, in) -> run.call(failing, 1)),
          flow.run(flow.<Integer>dynamic("dynamic", in -> {
            TestFlow joined = flow.joined();
            return Makespan.join(Makespan.all(joined.run(failing))).get(0);
          })))) {
        first.complete(1);
        assertSame(own, assertThrows(Exception.class, () -> Makespan.join(stage)));
      }
    }
  }

  @Test
  void anExceptionThatReplacesTheTasksOwnCounts() throws Throwable {
    TestFlow flow = new TestFlow();
    Run<Integer> run = flow.run(flow.<Integer>task("failing", in -> {
      throw thrown;
    }));
    Waiting.failure(run);
    run.obtrudeException(other);

    assertSame(other, assertThrows(IOException.class, () -> Makespan.join(run)));
    assertSame(other, assertThrows(IOException.class, () -> Makespan.join(Makespan.all(run))));
    assertSame(other, run.exceptionNow());
  }

  @Test
  void allAndAnyWrapNoMoreThanAFutureDoes() {
    CompletionException wrapper = new CompletionException(thrown);
    first.completeExceptionally(wrapper);

    for (CompletableFuture<?> each : List.of(Makespan.all(first), Makespan.any(first))) {
      assertSame(thrown, assertThrows(CompletionException.class, each::join).getCause());
      assertSame(thrown, assertThrows(ExecutionException.class, each::get).getCause());
    }
  }

  @Test
  void aWrapperThatADynamicLetsThroughIsNotWrappedAtEachLevel() throws Throwable {
    TestFlow flow = new TestFlow();
    TaskDef<Integer> failing = flow.task("failing", in -> {
      throw thrown;
    });
    AtomicReference<TaskDef<Integer>> level = new AtomicReference<>();
    level.set(flow.dynamic("level", in -> {
      TestFlow joined = flow.joined();
      int depth = (Integer) in[0];
      return depth == 0
          ? joined.run(failing).join()
          : Makespan.all(joined.run(level.get(), depth - 1)).join().get(0);
    }));
    for (Run<Integer> run :
        List.of(flow.<Integer>run(level.get(), 3), flow.joined().<Integer>run(level.get(), 3))) {
      CompletionException wrapper =
          assertThrows(CompletionException.class, () -> Makespan.join(run));

      assertSame(thrown, wrapper.getCause());
      assertSame(wrapper, assertThrows(CompletionException.class, run::join));
      assertSame(
          wrapper, assertThrows(CompletionException.class, () -> Makespan.join(Makespan.all(run))));
    }
  }

  @Test
  void allOfManyThatFail() {
    List<CompletableFuture<Integer>> stages = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      stages.add(CompletableFuture.failedFuture(new IllegalStateException("planned " + i)));
    }

    Throwable failure =
        assertThrows(IllegalStateException.class, () -> Makespan.join(Makespan.all(stages)));
    assertEquals("planned 0", failure.getMessage());
    assertEquals(199_999, failure.getSuppressed().length);
  }
}
