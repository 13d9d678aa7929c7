package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.event.RunReport;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runner on the user's own threads. */
class ExecutorTest {
  private final ExecutorService pool = Executors.newFixedThreadPool(3, job -> named(job, "mine"));
  private final ExecutorService single =
      Executors.newSingleThreadExecutor(job -> named(job, "single"));

  private static Thread named(Runnable job, String name) {
    Thread thread = new Thread(job, name);
    thread.setDaemon(true);
    return thread;
  }

  @AfterEach
  void end() {
    pool.shutdownNow();
    single.shutdownNow();
  }

  private static Runner on(Executor executor) {
    return Runner.builder().executor(executor).build();
  }

  @Test
  void itsThreadsExecuteTasksExpressionsAndDynamics() throws Throwable {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    Supplier<Integer> noting = () -> {
      threads.add(Thread.currentThread().getName());
      return 1;
    };
    try (Runner runner = on(pool)) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> task = flow.task("task", in -> noting.get());
      TaskDef<Integer> dynamic =
          flow.dynamic("dynamic", in -> noting.get() + flow.joined().run(task).join());
      Run<Integer> run = flow.run((body, in) -> {
        body.map(task, 1, IntStream.range(0, 100).boxed().toList(), Body.ELEMENT);
        body.call(task.retries(2).timeout(100_000), 2);
        Step<Integer> last = body.call(dynamic, 3);
        return body.eval("value", 4, () -> noting.get() + last.value(), last);
      });
      assertEquals(3, Waiting.<Integer>on(run));
    }

    assertEquals(Set.of("mine"), threads);
  }

  @Test
  void asManyTasksRunAtOnceAsItHasThreads() throws Throwable {
    CyclicBarrier together = new CyclicBarrier(3);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Runner runner = on(pool)) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> task = flow.task("task", in -> {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        Waiting.on(together);
        running.decrementAndGet();
        return 1;
      });
      Waiting.on(flow.map(task, IntStream.range(0, 30).boxed().toList()));
    }

    assertEquals(3, most.get());
  }

  @Test
  void staysOpenWhenTheRunnerIsClosed() throws Throwable {
    try (Runner runner = on(pool)) {
      TestFlow flow = new TestFlow(runner);
      Waiting.<Integer>on(flow.run(flow.<Integer>task("one", in -> 1)));
    }

    assertFalse(pool.isShutdown());
    assertEquals("mine", pool.submit(() -> Thread.currentThread().getName()).get());
  }

  @Test
  void itsThreadsKeepNoInterruptAndNoContextOfATask() throws Throwable {
    CountDownLatch started = new CountDownLatch(1);
    try (Runner runner = on(single)) {
      TestFlow flow = new TestFlow(runner);
      Run<Integer> run = flow.run(flow.<Integer>task("busy", in -> {
        started.countDown();
        while (!Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        return 1;
      }));
      Waiting.on(started);
      run.cancel(true);
      Waiting.ended(run);
    }

    assertFalse(single.submit(() -> Thread.currentThread().isInterrupted()).get());
  }

  // Few threads.

  /** A run of all that waits: dynamics below each other and side by side, runs within a task. */
  private static int waitALot(Runner runner) throws Throwable {
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> one = flow.task("one", in -> 1);
    AtomicReference<TaskDef<Integer>> dive = new AtomicReference<>();
    dive.set(flow.dynamic("dive", in -> {
      int depth = (Integer) in[0];
      return depth == 0 ? 0 : 1 + flow.joined().run(dive.get(), depth - 1).join();
    }));
    TaskDef<Integer> many = flow.dynamic("many", in -> {
      TestFlow joined = flow.joined();
      List<Run<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        calls.add(joined.run(one));
      }
      return calls.get(500).thenApply(value -> value + calls.get(300).join()).join();
    });
    TaskDef<Integer> within =
        flow.task("within", in -> new TestFlow(runner).run(one).get(20, TimeUnit.SECONDS));
    Run<List<Integer>> run = flow.run((body, in) -> {
      Step<List<Integer>> nested =
          body.map(within, 1, IntStream.range(0, 20).boxed().toList(), Body.ELEMENT);
      Step<Integer> deep = body.call(dive.get(), 2, 1_000);
      Step<Integer> wide = body.call(many, 3);
      return body.eval(
          "all",
          4,
          () -> List.of(nested.value().size(), deep.value(), wide.value()),
          nested,
          deep,
          wide);
    });
    return Waiting.<List<Integer>>on(run).stream().mapToInt(each -> each).sum();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThreadIsEnough(boolean helping) throws Throwable {
    try (Runner runner = Runner.builder().executor(single).helping(helping).build()) {
      assertEquals(20 + 1_000 + 2, waitALot(runner));
    }
  }

  @Test
  void oneThreadIsEnoughForACallThatOthersCompete() throws Throwable {
    try (Runner runner = on(single)) {
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(CompletableFuture.supplyAsync(() -> {
          try {
            return waitALot(runner);
          } catch (Throwable thrown) {
            throw new AssertionError(thrown);
          }
        }));
      }
      for (CompletableFuture<Integer> each : all) {
        assertEquals(20 + 1_000 + 2, Waiting.on(each));
      }
    }
  }

  /** A thread of the one runner that waits for the other one is lent by both. */
  @Test
  void oneThreadIsEnoughForTwoRunners() throws Throwable {
    Runner runner = on(single);
    Runner other = on(single);
    TestFlow flow = new TestFlow(runner);
    TestFlow further = new TestFlow(other);
    TaskDef<Integer> one = flow.task("one", in -> 1);
    TaskDef<Integer> there = further.task("there", in -> 1 + flow.run(one).join());
    TaskDef<Integer> here = flow.task("here", in -> 1 + further.run(there).join());

    assertEquals(3, Waiting.<Integer>on(flow.run(here)));
    runner.close();
    other.close();
  }

  // Executors that execute on the thread that hands over.

  @Test
  void aRunIsNotExecutedOnTheThreadThatOnlyStartsIt() throws Throwable {
    CountDownLatch leave = new CountDownLatch(1);
    try (Runner runner = on(Runnable::run)) {
      TestFlow flow = new TestFlow(runner);
      Run<Thread> run = flow.run(flow.<Thread>task("waiting", in -> {
        Waiting.on(leave);
        return Thread.currentThread();
      }));
      leave.countDown();

      assertNotSame(Thread.currentThread(), Waiting.<Thread>on(run));
    }
  }

  @Test
  void nothingWaitsForItselfWhereTheCallerRuns() throws Throwable {
    ThreadPoolExecutor callerRuns = new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        job -> named(job, "one"),
        new ThreadPoolExecutor.CallerRunsPolicy());
    for (Executor executor : List.<Executor>of(Runnable::run, callerRuns)) {
      try (Runner runner = on(executor)) {
        assertEquals(20 + 1_000 + 2, waitALot(runner));
      }
    }
    callerRuns.shutdownNow();
  }

  // Executors that refuse.

  private static final class Refusing implements Executor {
    private final AtomicInteger accepted;
    private final Supplier<Throwable> refusal;

    Refusing(int accepted, Supplier<Throwable> refusal) {
      this.accepted = new AtomicInteger(accepted);
      this.refusal = refusal;
    }

    @Override
    public void execute(Runnable job) {
      if (accepted.decrementAndGet() < 0) {
        throw Refusing.<RuntimeException>unchecked(refusal.get());
      }
      named(job, "accepted").start();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
      throw (T) thrown;
    }
  }

  @Test
  void aRunThatGetsNoThreadAtAllIsNotStarted() throws Throwable {
    RejectedExecutionException refusal = new RejectedExecutionException("full");
    AtomicInteger ran = new AtomicInteger();
    try (Runner runner = on(new Refusing(0, () -> refusal))) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> one = flow.task("one", in -> ran.incrementAndGet());
      for (int i = 0; i < 2; i++) {
        RejectedExecutionException thrown =
            assertThrows(RejectedExecutionException.class, () -> flow.run(one));
        assertEquals("no thread to execute the run on", thrown.getMessage());
        assertSame(refusal, thrown.getCause());
      }
      assertThrows(
          RejectedExecutionException.class, () -> flow.run((body, in) -> body.call(one, 1)));
      assertThrows(RejectedExecutionException.class, () -> flow.map(one, List.of(1, 2)));
    }

    assertEquals(0, ran.get());
  }

  @Test
  void anErrorOfTheExecutorIsThrownAsItIs() throws Throwable {
    OutOfMemoryError error = new OutOfMemoryError("no thread");
    try (Runner runner = on(new Refusing(0, () -> error))) {
      TestFlow flow = new TestFlow(runner);

      assertSame(
          error,
          assertThrows(OutOfMemoryError.class, () -> flow.run(flow.<Integer>task("one", in -> 1))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 20})
  void aRunThatGetsTooFewThreadsFails(int accepted) throws Throwable {
    RejectedExecutionException refusal = new RejectedExecutionException("full");
    try (Runner runner = on(new Refusing(accepted, () -> refusal))) {
      Throwable thrown = Waiting.failure(tasksThatMeet(runner));

      assertInstanceOf(RejectedExecutionException.class, thrown);
      assertSame(refusal, thrown.getCause());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 20})
  void aRunFailsWithTheErrorOfTheExecutor(int accepted) throws Throwable {
    OutOfMemoryError error = new OutOfMemoryError("no thread");
    try (Runner runner = on(new Refusing(accepted, () -> error))) {
      assertSame(error, Waiting.failure(tasksThatMeet(runner)));
    }
  }

  /**
   * An executor that is no good: its only thread waits until a thread is free. No lock is held
   * meanwhile, so that what is asked of the run from outside goes on.
   */
  @Test
  void aRunWhoseExecutorWaitsForItselfCanBeCancelled() throws Throwable {
    CountDownLatch full = new CountDownLatch(1);
    ThreadPoolExecutor blocking = new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        job -> named(job, "blocking"),
        (job, executor) -> {
          full.countDown();
          try {
            executor.getQueue().put(job);
          } catch (InterruptedException e) {
            throw new RejectedExecutionException("full", e);
          }
        });
    try (Runner runner = on(blocking)) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<Integer> one = flow.task("one", in -> 1);
      Run<List<Integer>> run =
          flow.run((body, in) -> body.map(one, 1, List.of(1, 2, 3), Body.ELEMENT));
      Waiting.on(full);
      assertEquals(RunReport.Outcome.RUNNING, run.report().outcome());
      run.cancel(true);

      Waiting.ended(run);
      assertEquals(RunReport.Outcome.CANCELLED, run.report().outcome());
    } finally {
      blocking.shutdownNow();
    }
  }

  /** Each of them gives its slot to the next one when it is refused. */
  @Test
  void manyCallsThatWaitForOneSlotAreRefused() throws Throwable {
    RejectedExecutionException refusal = new RejectedExecutionException("full");
    AtomicBoolean full = new AtomicBoolean();
    List<Thread> threads = new CopyOnWriteArrayList<>();
    Executor executor = job -> {
      if (full.get()) {
        throw refusal;
      }
      Thread thread = named(job, "accepted");
      threads.add(thread);
      thread.start();
    };
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CountDownLatch called = new CountDownLatch(1);
    try (Runner runner = Runner.builder().executor(executor).maxParallelism(1).build()) {
      TestFlow flow = new TestFlow(runner);
      TaskDef<CompletionStage<Integer>> holds =
          flow.<CompletionStage<Integer>>task("holds", in -> stage).asynchronous();
      // With a retry each is a call of its own, which queues at once.
      TaskDef<Integer> one = flow.<Integer>task("one", in -> 1).retries(1);
      Run<Integer> run = flow.run(flow.<Integer>dynamic("many", in -> {
        TestFlow joined = flow.joined();
        var unused = joined.callAsync(holds);
        for (int i = 0; i < 20_000; i++) {
          joined.run(one);
        }
        called.countDown();
        return 1;
      }));
      Waiting.on(called);
      while (stage.getNumberOfDependents() == 0) {
        Thread.onSpinWait();
      }
      for (Thread each : threads) {
        each.join(20_000);
        assertFalse(each.isAlive());
      }
      full.set(true);
      stage.complete(1);

      Throwable thrown = Waiting.failure(run);
      assertInstanceOf(RejectedExecutionException.class, thrown);
      assertSame(refusal, thrown.getCause());
    }
  }

  /** More tasks than there are threads for; they wait until they are stopped. */
  private static Run<Integer> tasksThatMeet(Runner runner) {
    TestFlow flow = new TestFlow(runner);
    TaskDef<Integer> waits = flow.task("waits", in -> {
      Waiting.forInterrupt();
      return 1;
    });
    TaskDef<Integer> first = flow.task("first", in -> 1);
    TaskDef<Integer> flows = flow.workflow("flow", (body, in) -> {
      Step<Integer> one = body.call(first, 1);
      for (int i = 0; i < 25; i++) {
        body.call(waits, 2, one);
      }
      return one;
    });
    return flow.run(flows.cancelAll());
  }
}
