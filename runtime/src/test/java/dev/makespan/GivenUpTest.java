package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.Engine;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that fails in itself, as for want of memory, ends the run and hangs nobody. */
class GivenUpTest {
  private final OutOfMemoryError error = new OutOfMemoryError("in the engine");

  @ParameterizedTest
  @ValueSource(strings = {"submit", "inner", "nanoTime"})
  void aCallOfTheEngineThatThrowsEndsTheRun(String method) throws Throwable {
    int calls = callsOfASoundRun(method);
    assertTrue(calls >= 3, "called " + calls + " times");
    for (int failing = 1; failing <= calls; failing++) {
      AtomicInteger made = new AtomicInteger();
      Runner runner = runner(method, failing, made);
      try {
        Run<List<Integer>> run = program(runner);
        Waiting.ended(run);
        if (made.get() < failing) {
          // How many there are depends on which element of the map comes first.
          assertEquals(List.of(2, 3, 4), Waiting.on(run));
        } else {
          assertSame(error, Waiting.failure(run), method + " " + failing);
        }
      } catch (OutOfMemoryError beforeThereWasARun) {
        assertSame(error, beforeThereWasARun);
      }
      Waiting.on(CompletableFuture.runAsync(runner::close));
    }
  }

  /** The cancel stops some parts already; giving up must reach what is in them all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"submit", "handOver", "executor", "waits"})
  void nothingIsLeftOfARunThatIsCancelledAndGivenUp(String method) throws Throwable {
    for (int failing = 1; failing <= 10; failing++) {
      Runner runner = runner(method, failing, new AtomicInteger());
      AtomicInteger live = new AtomicInteger();
      CountDownLatch hanging = new CountDownLatch(1);
      try {
        Run<Integer> run = hangingProgram(runner, live, hanging);
        var unused = run.ended().thenRun(hanging::countDown);
        Waiting.on(hanging);
        run.cancel(true);
        Waiting.ended(run);
      } catch (OutOfMemoryError beforeThereWasARun) {
        assertSame(error, beforeThereWasARun);
      }
      Waiting.on(CompletableFuture.runAsync(runner::close));
      assertEquals(0, live.get(), method + " " + failing);
    }
  }

  /** A stage of a call's future calls something that can't begin, when the body has returned. */
  @Test
  void aCallThatThrowsEndsTheRunThoughTheBodyOfItsDynamicHasEnded() throws Throwable {
    // Its only thread executes the task when it is back from the dynamic's body.
    ExecutorService single = Executors.newSingleThreadExecutor();
    Engine engine = Runner.builder().executor(single).build().engine();
    Runner runner = Runner.on(proxy(Engine.class, engine, "timer", 1, new AtomicInteger()));
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> one = flow.task("one", in -> 1);
    TaskDef<Integer> limited =
        flow.<Integer>workflow("limited", (body, in) -> body.call(one, 1)).timeout(100_000);
    Run<Integer> run = flow.run(flow.<Integer>dynamic("dynamic", in -> {
      TestFlow joined = flow.joined();
      var unused = joined.run(one).thenRun(() -> joined.run(limited));
      return 2;
    }));

    assertSame(error, Waiting.failure(run));
    Waiting.ended(run);
    Waiting.on(CompletableFuture.runAsync(runner::close));
    single.shutdownNow();
  }

  /** Nested workflows, in which a dynamic waits for a task that hangs. */
  private static Run<Integer> hangingProgram(
      Runner runner, AtomicInteger live, CountDownLatch hanging) {
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);
    TaskDef<Integer> hangs = flow.task("hangs", in -> {
      live.incrementAndGet();
      try {
        hanging.countDown();
        Waiting.forInterrupt();
        return 1;
      } finally {
        live.decrementAndGet();
      }
    });
    TaskDef<Integer> waits = flow.dynamic("waits", in -> {
      live.incrementAndGet();
      try {
        return flow.joined().run(hangs).join();
      } finally {
        live.decrementAndGet();
      }
    });
    TaskDef<Integer> deep =
        flow.workflow("inner", (body, in) -> body.call(waits, 2, body.call(next, 1, in)));
    for (int level = 0; level < 20; level++) {
      TaskDef<Integer> inner = deep;
      deep = flow.workflow("level" + level, (body, in) -> body.call(inner, 1, in));
    }
    return flow.run(deep, 0);
  }

  private int callsOfASoundRun(String method) throws Throwable {
    AtomicInteger calls = new AtomicInteger();
    try (Runner runner = runner(method, Integer.MAX_VALUE, calls)) {
      assertEquals(List.of(2, 3, 4), Waiting.on(program(runner)));
    }
    return calls.get();
  }

  /** A task, a map of workflows, and a dynamic that calls workflows. */
  private static Run<List<Integer>> program(Runner runner) {
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> next = flow.task("next", in -> 1 + (Integer) in[0]);
    TaskDef<Integer> inner =
        flow.workflow("inner", (body, in) -> body.call(next, 2, body.call(next, 1, in)));
    TaskDef<List<Integer>> dynamic = flow.dynamic("dynamic", in -> {
      TestFlow joined = flow.joined();
      return ((List<?>) in[0])
          .stream().map(each -> joined.run(next, each)).toList().stream()
              .map(Run::join)
              .toList();
    });
    return flow.run((body, in) -> {
      Step<Integer> first = body.call(next, 1, -1);
      Step<List<Integer>> mapped = body.map(inner, 2, List.of(-1, 0, 1), Body.ELEMENT);
      body.call(next, 3, first);
      return body.call(dynamic, 4, mapped);
    });
  }

  /** A runner whose engine throws when one method of its scopes is called for the n-th time. */
  private Runner runner(String method, int failing, AtomicInteger calls) {
    Engine engine = Runner.builder().build().engine();
    return Runner.on(proxy(Engine.class, engine, method, failing, calls));
  }

  private <T> T proxy(Class<T> type, T real, String failsIn, int failing, AtomicInteger calls) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, in) -> {
          if (method.getName().equals(failsIn) && calls.incrementAndGet() == failing) {
            throw error;
          }
          try {
            Object result = method.invoke(real, in);
            return result instanceof RunScope scope
                ? proxy(RunScope.class, scope, failsIn, failing, calls)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }
}
