package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in a program has a clear outcome. */
class BadInputTest {
  private final Runner runner = Runner.builder().build();
  private final TestFlow flow = new TestFlow(runner);
  private final TaskDef<Integer> one = flow.task("one", in -> 1);

  // A task that never ends.

  private final AtomicReference<Thread> stuckThread = new AtomicReference<>();
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** It ignores interrupts. */
  private final TaskDef<Integer> endless = flow.task("endless", in -> {
    stuckThread.set(Thread.currentThread());
    stuck.countDown();
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException ignored) {
        // That is the point.
      }
    }
    return 1;
  });

  @AfterEach
  void release() throws Throwable {
    released.countDown();
    Waiting.on(CompletableFuture.runAsync(runner::closeNow));
  }

  @Test
  void aTaskThatNeverEndsIsLeftBehindByACancel() throws Throwable {
    Run<Integer> run = flow.run(endless);
    Waiting.on(stuck);
    run.cancel(true);

    Waiting.ended(run);
    assertInstanceOf(CancellationException.class, Waiting.failure(run));
    assertEquals(1, run.report().overruns());
    assertTrue(stuckThread.get().isAlive());
  }

  /** The second time its one task is executed while the workflow is wired. */
  @Test
  void aWorkflowWhoseTaskIsLeftBehindHasEnded() throws Throwable {
    TaskDef<Integer> task = flow.task(
        "task", in -> in[0].equals(0) ? 1 : (Integer) endless.body().invoke(endless.number(), in));
    TaskDef<Integer> workflow = flow.workflow("workflow", (body, in) -> body.call(task, 1, in[0]));
    Waiting.on(flow.<Integer>run(workflow, 0));
    Run<Integer> run = flow.run(workflow, 1);
    Waiting.on(stuck);
    run.cancel(true);
    Waiting.ended(run);

    assertEquals(1, run.report().overruns());
    for (RunReport.NodeReport node : run.report().nodes()) {
      assertEquals(1, node.count(), node.name());
      assertFalse(node.lastEnd().isZero(), node.name() + " has no end");
      assertTrue(node.firstStart().compareTo(node.lastEnd()) <= 0, node.name());
    }
  }

  @Test
  void aTaskThatNeverEndsIsLeftBehindByItsTimeout() throws Throwable {
    Run<Integer> run = flow.run(endless.timeout(1));
    Waiting.on(stuck);

    TaskTimeoutException thrown =
        assertInstanceOf(TaskTimeoutException.class, Waiting.failure(run));
    assertTrue(thrown.getMessage().contains("endless"), thrown.getMessage());
    Waiting.ended(run);
    assertEquals(1, run.report().overruns());
  }

  @Test
  void aTaskThatNeverEndsIsLeftBehindByAClosingRunner() throws Throwable {
    Run<Integer> run = flow.run(endless);
    Waiting.on(stuck);
    Waiting.on(CompletableFuture.runAsync(runner::closeNow));

    assertTrue(run.isCancelled());
    assertEquals(1, run.report().overruns());
    assertTrue(stuckThread.get().isAlive());
    assertTrue(stuckThread.get().isDaemon());
    released.countDown();
    stuckThread.get().join(20_000);
    assertFalse(stuckThread.get().isAlive());
  }

  @Test
  void othersGoOnBesideATaskThatNeverEnds() throws Throwable {
    Run<Integer> run = flow.run(endless);
    Waiting.on(stuck);

    assertEquals(1, Waiting.<Integer>on(flow.run(one)));
    assertFalse(run.isDone());
    assertEquals(0, run.report().overruns());
  }

  // Pools.

  @Test
  void aPoolThatNobodyDefinedFailsTheTaskAndNamesTheCure() throws Throwable {
    AtomicInteger ran = new AtomicInteger();
    TaskDef<Integer> task =
        flow.<Integer>task("store", in -> ran.incrementAndGet()).pool("dbs");

    Throwable thrown = Waiting.failure(flow.run(task));
    assertSame(IllegalArgumentException.class, thrown.getClass());
    assertEquals(
        "task dev.makespan.TestFlow.store needs a place in the pool \"dbs\", and its runner has no pools;"
            + " define it with Runner.builder().pool(\"dbs\", …)",
        thrown.getMessage());
    Throwable mapped =
        Waiting.failure(flow.run((body, in) -> body.map(task, 1, List.of(1, 2, 3), Body.ELEMENT)));
    assertSame(IllegalArgumentException.class, mapped.getClass());
    assertEquals(0, ran.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aPoolWithoutAPlaceIsRefusedWhenItIsDefined(int slots) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Runner.builder().pool("db", slots));

    assertEquals("pool \"db\" has " + slots + " slots; it needs at least 1", thrown.getMessage());
  }

  // A runner that is closed.

  @Test
  void aClosedRunnerRefusesCallsOfEveryKind() throws Throwable {
    Caller blocking = Caller.on(runner).waiting();
    TaskDef<Integer> dynamic = flow.dynamic("dynamic", in -> 1);
    TaskDef<Integer> workflow = flow.workflow("workflow", (body, in) -> body.call(one, 1));
    TaskDef<CompletionStage<Integer>> async = flow.<CompletionStage<Integer>>task(
            "async", in -> CompletableFuture.completedFuture(1))
        .asynchronous();
    runner.close();
    Map<String, Executable> calls = Map.of(
        "TestFlow.one", () -> flow.run(one),
        "TestFlow.dynamic", () -> flow.run(dynamic),
        "TestFlow.workflow", () -> flow.run(workflow),
        "TestFlow.async", () -> flow.callAsync(async));

    for (Map.Entry<String, Executable> each : calls.entrySet()) {
      RejectedExecutionException thrown =
          assertThrows(RejectedExecutionException.class, each.getValue(), each.getKey());
      assertTrue(thrown.getMessage().contains("the runner is closed"), thrown.getMessage());
    }
    assertThrows(RejectedExecutionException.class, () -> flow.map(one, List.of(1)));
    assertThrows(RejectedExecutionException.class, () -> flow.mapAsync(async, List.of(1)));
    for (TaskDef<Integer> each : List.of(one, dynamic, workflow)) {
      assertThrows(RejectedExecutionException.class, () -> Caller.join(blocking.run(each)));
    }
    assertThrows(
        RejectedExecutionException.class, () -> Caller.join(blocking.map(one, List.of(1))));
  }

  @Test
  void aClosedRunnerRefusesCallsFromWithinARunOfAnother() throws Throwable {
    Runner closed = Runner.builder().build();
    closed.close();
    TestFlow refused = new TestFlow(closed);

    assertSame(
        RejectedExecutionException.class,
        Waiting.failure(
                flow.run(flow.<Integer>task("calls", in -> refused.run(one).join())))
            .getClass());
  }

  @Test
  void aRunThatIsOpenWhileItsRunnerClosesEndsWithAllItsCalls() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    Run<Integer> run = flow.run(flow.<Integer>dynamic("dynamic", in -> {
      started.countDown();
      while (!runner.engine().isClosed()) {
        Thread.onSpinWait();
      }
      return flow.joined().run(one).thenApplyAsync(value -> value + 1).join();
    }));
    Waiting.on(started);
    runner.close();

    assertEquals(2, run.resultNow());
  }

  @Test
  void aTaskOfAClosingRunnerCanNotStartARunOfItsOwn() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    Run<Integer> run = flow.run(flow.<Integer>task("starts", in -> {
      started.countDown();
      while (!runner.engine().isClosed()) {
        Thread.onSpinWait();
      }
      return flow.joined().run(one).join();
    }));
    Waiting.on(started);
    runner.close();

    assertSame(RejectedExecutionException.class, Waiting.failure(run).getClass());
  }

  @Test
  void theOutcomesOfAClosedRunnerCanBeReadAndDerivedFrom() throws Throwable {
    Run<Integer> run = flow.run(one);
    runner.close();

    assertEquals(1, run.join());
    assertEquals(2, run.thenApply(value -> value + 1).join());
    assertEquals(1, run.report().nodes().size());
    RejectedExecutionException thrown = assertInstanceOf(
        RejectedExecutionException.class, Waiting.failure(run.thenApplyAsync(value -> value + 1)));
    assertEquals("the runner is closed; it has no thread any more", thrown.getMessage());
  }

  // In JVMs of their own.

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"shared", "own", "closed"})
  void aRunThatAShutdownHookStartsWorksOrIsRefused(String which) throws Exception {
    ForkedJvm jvm = ForkedJvm.of(folder, List.of(), InShutdownHook.class, which);

    assertEquals(
        which.equals("closed")
            ? List.of("main", "failure java.util.concurrent.RejectedExecutionException", "end")
            : List.of("main", "value [2, 3, 4]", "end"),
        jvm.output());
    assertEquals(0, jvm.exit());
  }

  @Test
  void aHundredThousandDynamicsBelowEachOther() throws Exception {
    ForkedJvm jvm = ForkedJvm.of(folder, List.of("-Xmx384m"), DeepDynamics.class, "100000");

    assertEquals(List.of("value 100000", "then 1", "end"), jvm.output());
    assertEquals(0, jvm.exit());
  }
}
