package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.RunScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a thread executes in a run, and what becomes of its interrupts; all on one thread. */
class WorkerTest {
  private final HandDrivenPlatform platform = new HandDrivenPlatform();
  private final LocalEngine engine = new LocalEngine(platform);
  private final RunScope scope = engine.open("run", 0, () -> {});
  private final CompletableFuture<Void> future = new CompletableFuture<>();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void leavesNothingBehind() {
    assertFalse(Thread.interrupted());
    assertNull(Worker.get());
  }

  /** A call that does something. */
  private class Call extends ToldCall {
    private final String name;
    private final Runnable job;
    private Object whole;

    Call(String name, Runnable job) {
      this.name = name;
      this.job = job;
    }

    Call partOf(Object wholeOfIt) {
      whole = wholeOfIt;
      return this;
    }

    @Override
    public Object invoke() {
      seen.add(name);
      job.run();
      return 1;
    }

    @Override
    public boolean isPartOf(Object of) {
      return of.equals(whole);
    }
  }

  private Call call(String name) {
    return new Call(name, () -> {});
  }

  private static void interrupt() {
    Thread.currentThread().interrupt();
  }

  // A thread of the engine.

  @Test
  void anInterruptDoesNotReachTheNextCall() {
    scope.submit(new Call("a", WorkerTest::interrupt));
    scope.submit(new Call("b", () -> seen.add("interrupted " + Thread.interrupted())));
    platform.runJobs();

    assertEquals(List.of("a", "b", "interrupted false"), seen);
  }

  @Test
  void anInterruptOfTheThreadDoesNotReachTheFirstCall() {
    scope.submit(new Call("a", () -> seen.add("interrupted " + Thread.interrupted())));
    interrupt();
    platform.runJobs();

    assertEquals(List.of("a", "interrupted false"), seen);
  }

  @Test
  void isTheWorkerOfWhatItExecutes() {
    RunScope other = engine.open("other", 0, () -> {});
    List<Worker> workers = new ArrayList<>();
    other.submit(new Call("inner", () -> workers.add(Worker.get())));
    scope.submit(new Call("outer", () -> {
      Worker own = Worker.get();
      // A platform may do it here.
      platform.runJobs();
      assertSame(own, Worker.get());
      workers.add(own);
    }));
    Runnable inner = platform.jobs.remove();
    Runnable outer = platform.jobs.remove();
    platform.jobs.add(inner);
    outer.run();

    assertEquals(List.of("outer", "inner"), seen);
    assertNotSame(workers.get(0), workers.get(1));
    assertSame(engine, workers.get(0).engine());
  }

  @Test
  void summonsTheNextBeforeItRunsTheUsersCode() {
    scope.submit(new Call("a", () -> seen.add("summoned " + platform.jobs.size())));
    scope.submit(call("b"));
    platform.jobs.remove().run();

    assertEquals(List.of("a", "summoned 1", "b"), seen);
  }

  @Test
  void runsCodeThatIsNotTheUsersItself() {
    scope.submit(new Call("a", () -> seen.add("summoned " + platform.jobs.size())) {
      @Override
      public boolean isUserCode() {
        return false;
      }
    });
    scope.submit(call("b"));
    platform.jobs.remove().run();

    assertEquals(List.of("a", "summoned 0", "b"), seen);
  }

  @Test
  void looksAgainWhenTheUsersCodeHasReturned() {
    scope.submit(new Call("a", () -> {}) {
      @Override
      public void settled(Object value, Throwable failure, boolean stopped) {
        scope.submit(call("b"));
        seen.add("summoned " + platform.jobs.size());
      }
    });
    platform.runJobs();

    assertEquals(List.of("a", "summoned 0", "b"), seen);
  }

  @Test
  void aCallMayHandOverAndTakeUpAgain() {
    scope.submit(new Call("a", () -> {
      assertFalse(scope.handOver(false));
      scope.takeUp();
      scope.submit(call("b"));
      seen.add("summoned " + platform.jobs.size());
      assertTrue(scope.handOver(false));
      seen.add("summoned " + platform.jobs.size());
    }));
    platform.jobs.remove().run();

    assertEquals(List.of("a", "summoned 0", "summoned 1", "b"), seen);
    assertFalse(scope.handOver(false));
  }

  // A caller who helps.

  @Test
  void aCallerExecutesWhatIsReadyUntilItsFutureIsDone() {
    scope.submit(call("a"));
    scope.submit(new Call("b", () -> future.complete(null)));
    scope.submit(call("c"));
    scope.await(future);
    assertEquals(List.of("a", "b"), seen);
    platform.runJobs();

    assertEquals(List.of("a", "b", "c"), seen);
  }

  @Test
  void aCallerStopsWhenItsThreadIsInterrupted() {
    scope.submit(new Call("a", WorkerTest::interrupt));
    scope.submit(call("b"));
    scope.await(future);

    assertEquals(List.of("a"), seen);
    assertTrue(Thread.interrupted());
  }

  @Test
  void anInterruptOfTheCallerDoesNotReachWhatItExecutes() {
    scope.help(
        () -> {
          scope.submit(noting("a"));
          scope.submit(call("b"));
          interrupt();
        },
        future);

    assertEquals(List.of("a", "false"), seen);
    assertTrue(Thread.interrupted());
  }

  @Test
  void aCallerDoesNotSeeAnInterruptByTheEngine() {
    ToldCall first = new Call("a", () -> {}) {
      @Override
      public Object invoke() {
        super.invoke();
        stop();
        return 1;
      }
    };
    scope.submit(first);
    scope.submit(call("b"));
    scope.await(future);

    assertEquals(List.of("a", "b"), seen);
    assertFalse(Thread.interrupted());
  }

  @Test
  void aCallerStopsWhenTheRunRefusesHelp() {
    scope.submit(new Call("a", scope::refuseHelp));
    scope.submit(call("b"));
    scope.await(future);

    assertEquals(List.of("a"), seen);
  }

  @Test
  void aCallerBeginsWithItsFirstJob() {
    scope.help(
        () -> {
          scope.submit(call("a"));
          seen.add("summoned " + platform.jobs.size());
        },
        future);

    assertEquals(List.of("summoned 0", "a"), seen);
    assertEquals(0, platform.jobs.size());
  }

  @Test
  void aCallerSummonsAThreadForWhatItMayNotExecute() {
    Call limited = call("limited");
    limited.timeoutMillis = 5;
    scope.help(() -> scope.submit(limited), future);
    assertEquals(List.of(), seen);
    platform.runJobs();

    assertEquals(List.of("limited"), seen);
  }

  // A call that waits.

  @Test
  void aCallThatWaitsExecutesPartsOfWhatItWaitsFor() {
    scope.submit(new Call("outer", () -> {
      scope.submit(call("other"));
      scope.submit(call("first").partOf("whole"));
      scope.submit(call("second").partOf("whole"));
      Worker own = Worker.get();
      scope.help(future, "whole", null);
      assertSame(own, Worker.get());
      seen.add("waits");
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "first", "second", "waits", "other"), seen);
  }

  @Test
  void aCallThatWaitsBeginsWithTheOneThatIsGiven() {
    scope.submit(new Call("outer", () -> {
      Call given = call("given");
      scope.submit(given);
      Call begun = call("begun");
      scope.submit(begun);
      begun.stop();
      scope.help(future, "whole", given);
      scope.help(future, "whole", given);
      scope.help(future, "whole", begun);
      seen.add("waits");
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "given", "waits"), seen);
  }

  @Test
  void aCallThatWaitsStopsWhenItsFutureIsDone() {
    scope.submit(new Call("outer", () -> {
      scope.submit(new Call("first", () -> future.complete(null)).partOf("whole"));
      scope.submit(call("second").partOf("whole"));
      scope.help(future, "whole", null);
      seen.add("waits");
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "first", "waits", "second"), seen);
  }

  @Test
  void aCallThatWaitsStopsWhenItIsStoppedAndSeesItsInterrupt() {
    Call outer = new Call("outer", () -> {}) {
      @Override
      public Object invoke() {
        super.invoke();
        scope.submit(new Call("first", this::stop).partOf("whole"));
        scope.submit(call("second").partOf("whole"));
        scope.help(future, "whole", null);
        seen.add("waits " + Thread.currentThread().isInterrupted());
        return 1;
      }
    };
    scope.submit(outer);
    platform.runJobs();

    assertEquals(List.of("outer", "first", "waits true", "second"), seen);
  }

  @Test
  void anInterruptOfACallThatWaitsDoesNotReachWhatItExecutes() {
    scope.submit(new Call("outer", () -> {
      interrupt();
      scope.perform(noting("performed"));
      interrupt();
      Call given = noting("given");
      scope.submit(given);
      scope.help(future, "whole", given);
      interrupt();
      scope.submit(noting("part").partOf("whole"));
      scope.help(future, "whole", null);
      seen.add("waits " + Thread.interrupted());
    }));
    platform.runJobs();

    assertEquals(
        List.of("outer", "performed", "false", "given", "false", "part", "false", "waits false"),
        seen);
  }

  /** Notes whether it is interrupted. */
  private Call noting(String name) {
    return new Call(name, () -> seen.add("" + Thread.interrupted()));
  }

  @Test
  void anInterruptThatComesAfterACallDoesNotReachTheOneThatWaits() {
    Call inner = new Call("inner", () -> {}) {
      @Override
      public void ended(long nanoTime, boolean overrun) {
        // As a stage of the user's could do.
        interrupt();
      }
    };
    scope.submit(new Call("outer", () -> {
      scope.perform(inner);
      seen.add("waits " + Thread.interrupted());
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "inner", "waits false"), seen);
  }

  @Test
  void aCallThatWaitsDoesNotSeeTheInterruptOfWhatItExecutes() {
    scope.submit(new Call("outer", () -> {
      scope.submit(new Call("first", WorkerTest::interrupt).partOf("whole"));
      scope.help(future, "whole", null);
      seen.add("waits " + Thread.currentThread().isInterrupted());
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "first", "waits false"), seen);
  }

  @Test
  void whatIsMadeReadyBelowACallThatWaitsGetsAThreadBeforeThatGoesOn() {
    Call inner = new Call("inner", () -> {}) {
      @Override
      public void settled(Object value, Throwable failure, boolean stopped) {
        scope.submit(call("left"));
        seen.add("summoned " + platform.jobs.size());
      }
    };
    scope.submit(new Call("outer", () -> {
      scope.perform(inner);
      seen.add("summoned " + platform.jobs.size());
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "inner", "summoned 0", "summoned 1", "left"), seen);
  }

  @Test
  void nothingIsExecutedBelowTheCallOfAnotherRun() {
    RunScope other = engine.open("other", 0, () -> {});
    scope.submit(new Call("outer", () -> {
      other.submit(call("first").partOf("whole"));
      other.help(future, "whole", null);
      other.perform(call("second"));
    }));
    platform.jobs.remove().run();

    assertEquals(List.of("outer"), seen);
  }

  @Test
  void nothingIsExecutedWhereNoCallWaits() {
    scope.submit(call("first").partOf("whole"));
    Worker.of(run(), () -> scope.help(future, "whole", null));
    scope.help(future, "whole", null);

    assertEquals(List.of(), seen);
  }

  private LocalRun run() {
    ToldCall probe = new ToldCall();
    scope.submit(probe);
    return ((Execution) probe.handle()).run;
  }

  @Test
  void nothingIsExecutedBelowACallIfTheRunRefusesHelp() {
    scope.submit(new Call("outer", () -> {
      scope.submit(call("first").partOf("whole"));
      scope.refuseHelp();
      scope.help(future, "whole", null);
      scope.perform(call("second"));
      seen.add("waits");
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "waits", "first"), seen);
  }

  @Test
  void performsACallThatIsInNoQueueAtOnce() {
    Call inner = new Call("inner", WorkerTest::interrupt);
    scope.submit(new Call("outer", () -> {
      Worker own = Worker.get();
      Attempt executing = own.executing();
      scope.perform(inner);
      assertSame(executing, own.executing());
      seen.add("interrupted " + Thread.interrupted());
      assertFalse(own.looks());
    }));
    platform.runJobs();

    assertEquals(List.of("outer", "inner", "interrupted false"), seen);
    assertEquals(List.of("started 0", "value 1", "ended 0"), inner.told);
  }

  @Test
  void doesNotPerformACallThatIsStopped() {
    Call inner = call("inner");
    inner.stop();
    scope.submit(new Call("outer", () -> scope.perform(inner)));
    platform.runJobs();

    assertEquals(List.of("outer"), seen);
    assertEquals(List.of("value null stopped", "ended 0"), inner.told);
  }

  @Test
  void asManyCallsMayWaitOnOneStackAsThereIsRoomFor() {
    int most = Runtime.version().feature() < 21 ? 100 : 16;
    scope.submit(nested(0));
    onLargeStack(platform::runJobs);
    assertEquals(most + 1, seen.size());
    // It is as deep as before again.
    seen.clear();
    scope.submit(nested(0));
    onLargeStack(platform::runJobs);

    assertEquals(most + 1, seen.size());
  }

  private static void onLargeStack(Runnable job) {
    FutureTask<Void> task = new FutureTask<>(job, null);
    new Thread(null, task, "large stack", 64 << 20).start();
    try {
      task.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Call nested(int depth) {
    return new Call("call" + depth, () -> scope.perform(nested(depth + 1)));
  }

  @Test
  void aFinishedCallMakesRoomForAnotherOne() {
    scope.submit(new Call("outer", () -> {
      for (int i = 0; i < 200; i++) {
        scope.perform(call("inner"));
      }
      for (int i = 0; i < 200; i++) {
        scope.submit(call("part").partOf("whole"));
        scope.help(future, "whole", null);
      }
    }));
    platform.runJobs();

    assertEquals(401, seen.size());
  }

  @Test
  void asManyCallsMayWaitForPartsOnOneStack() {
    int most = Runtime.version().feature() < 21 ? 100 : 16;
    scope.submit(nestedPart(0));
    onLargeStack(platform.jobs.remove());

    assertEquals(List.of(most + 1, "call" + most), List.of(seen.size(), seen.get(most)));
  }

  private Call nestedPart(int depth) {
    return new Call("call" + depth, () -> {
          scope.submit(nestedPart(depth + 1));
          int before = seen.size();
          scope.help(future, "whole" + (depth + 1), null);
          if (seen.size() == before) {
            // Else another thread would go on with it.
            scope.cancel();
          }
        })
        .partOf("whole" + depth);
  }

  /** Each fourth one asks. */
  @Test
  void nothingIsExecutedBelowACallThatHasUsedUpItsStack() {
    scope.submit(nestedToTheEnd(0));
    platform.runJobs();

    assertEquals(List.of("call0", "call1", "call2", "call3", "call4", "refused"), seen);
  }

  private Call nestedToTheEnd(int depth) {
    return new Call("call" + depth, () -> {
      if (depth < 4) {
        scope.perform(nestedToTheEnd(depth + 1));
      } else {
        int unused = nearTheEndOfTheStack(() -> {
          scope.perform(call("below"));
          seen.add("refused");
        });
      }
    });
  }

  /** Runs a job where 500 frames have room; returns how many have room here. */
  private static int nearTheEndOfTheStack(Runnable job) {
    int below;
    try {
      below = 1 + nearTheEndOfTheStack(job);
    } catch (StackOverflowError end) {
      below = 0;
    }
    if (below == 500) {
      job.run();
    }
    return below;
  }

  @Test
  void theCallIsToldThatItsThreadWaits() {
    Call outer = new Call("outer", () -> scope.await(future));
    scope.submit(outer);
    platform.runJobs();

    assertEquals(List.of("started 0", "waits", "value 1", "ended 0"), outer.told);
  }
}
