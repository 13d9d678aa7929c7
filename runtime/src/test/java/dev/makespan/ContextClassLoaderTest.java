package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The user's code has the context class loader of the thread that started the run. */
class ContextClassLoaderTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final ClassLoader own = new ClassLoader(before) {};
  private final TestFlow flow = new TestFlow();
  private final TaskDef<ClassLoader> asks = flow.task("asks", in -> loader());

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  @AfterEach
  void reset() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void inTasksExpressionsAndDynamics() throws Throwable {
    Thread.currentThread().setContextClassLoader(own);
    TaskDef<List<ClassLoader>> dynamic = flow.dynamic(
        "dynamic", in -> List.of(loader(), flow.joined().<ClassLoader>run(asks).join()));
    Run<List<ClassLoader>> run = flow.run((body, in) -> {
      Step<ClassLoader> asked = body.call(asks, 1);
      Step<List<ClassLoader>> both = body.call(dynamic, 2);
      return body.eval(
          "all",
          3,
          () -> List.of(asked.value(), both.value().get(0), both.value().get(1), loader()),
          asked,
          both);
    });
    Thread.currentThread().setContextClassLoader(before);

    assertEquals(Collections.nCopies(4, own), Waiting.on(run));
  }

  /** A stream calls what it was made of when the map reads it. */
  @Test
  void inTheElementsOfAMapThatAreMadeWhenItBegins() throws Throwable {
    ExecutorService single = Executors.newSingleThreadExecutor();
    assertSame(before, single.submit(ContextClassLoaderTest::loader).get());
    try (Runner runner = Runner.builder().executor(single).build()) {
      TestFlow lazy = new TestFlow(runner);
      TaskDef<ClassLoader> same = lazy.task("same", in -> in[0]);
      Thread.currentThread().setContextClassLoader(own);
      Run<List<ClassLoader>> run = lazy.run((body, in) -> {
        Step<Stream<ClassLoader>> elements =
            body.eval("elements", 1, () -> Stream.of(1, 2).map(any -> loader()));
        return body.map(same, 2, elements, Body.ELEMENT);
      });

      assertEquals(List.of(own, own), Waiting.on(run));
    } finally {
      single.shutdown();
    }
  }

  @Test
  void inTheRunsThatATaskStarts() throws Throwable {
    Thread.currentThread().setContextClassLoader(own);
    assertSame(
        own,
        Waiting.<ClassLoader>on(flow.run(
            flow.<ClassLoader>task("starts", in -> Makespan.join(flow.joined().run(asks))))));
  }

  @Test
  void thoughATaskBeforeHasSetAnotherOne() throws Throwable {
    TaskDef<ClassLoader> sets = flow.mapTask("sets", in -> {
      ClassLoader found = loader();
      Thread.currentThread().setContextClassLoader(new ClassLoader(found) {});
      return found;
    });
    List<Integer> many = IntStream.range(0, 200).boxed().toList();

    assertEquals(
        Collections.nCopies(200, before),
        Waiting.on(flow.map(sets.concurrency(1), many, Body.ELEMENT)));
    Thread.currentThread().setContextClassLoader(own);
    assertEquals(
        Collections.nCopies(200, own),
        Waiting.on(flow.map(sets.concurrency(1), many, Body.ELEMENT)));
  }

  @Test
  void andTheThreadHasItsOwnAgainAfterwards() throws Throwable {
    // New threads, which have the loader of this one.
    try (Runner runner = Runner.builder().build()) {
      TestFlow fresh = new TestFlow(runner);
      CountDownLatch observed = new CountDownLatch(1);
      Run<ClassLoader> run = fresh.run(fresh.<ClassLoader>task("sets", in -> {
        Waiting.on(observed);
        Thread.currentThread().setContextClassLoader(own);
        return own;
      }));
      // It runs on the thread that has executed the task.
      CompletableFuture<ClassLoader> after = run.thenApply(any -> loader());
      observed.countDown();

      assertSame(before, Waiting.<ClassLoader>on(after));
    }
  }

  @Test
  void inEachAttempt() throws Throwable {
    Thread.currentThread().setContextClassLoader(own);
    boolean[] failed = new boolean[1];
    TaskDef<ClassLoader> again = flow.<ClassLoader>task("again", in -> {
          ClassLoader found = loader();
          if (!failed[0]) {
            failed[0] = true;
            Thread.currentThread().setContextClassLoader(before);
            throw new IllegalStateException();
          }
          return found;
        })
        .retries(1)
        .backoff(0, 0);

    assertSame(own, Waiting.<ClassLoader>on(flow.run(again)));
  }
}
