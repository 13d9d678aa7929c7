package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.EventGrammar;
import dev.makespan.event.Execution;
import dev.makespan.event.ExecutionId;
import dev.makespan.event.Executions;
import dev.makespan.event.Recording;
import dev.makespan.event.RunEvent;
import dev.makespan.event.RunGraph;
import dev.makespan.event.RunListener;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import dev.makespan.event.Waits;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskInterceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What an observer tells of what it is told. */
class ObserverTest {
  private static final RuntimeException FAILURE = new IllegalStateException("no");

  private final UncalledMethods methods = new UncalledMethods();
  private final CallSite root = CallSite.root(methods.task("w"), RunGraph.Kind.WORKFLOW);
  private final CallSite a = root.step(0, methods.task("a"), RunGraph.Kind.TASK, 1);
  private final CallSite b = root.step(1, methods.task("b"), RunGraph.Kind.TASK, 2);
  private final List<RunEvent> told = new ArrayList<>();
  private final EventGrammar grammar = new EventGrammar();

  /** The engine's clock at the start of the run, which is an arbitrary moment. */
  private static final long START = Long.MAX_VALUE - 1000;

  private Observer observer(Recording recording, RunListener... listeners) {
    return Observer.of(
        new RunnerSettings(
            0, Map.of(), List.of(listeners), recording, List.of(), List.of(), true, null),
        "w-1",
        root,
        START);
  }

  private Observer listening() {
    return observer(Recording.DEFAULT, told::add, grammar);
  }

  private static long at(long nanos) {
    return START + nanos;
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  private static ExecutionId id(long number, String name) {
    return new ExecutionId("w-1", "w/" + name, name, RunGraph.Kind.TASK, number, -1);
  }

  private static Observed queued(Observer observer, CallSite site, long now) {
    return observer.queued(site, Awaited.nothing(at(now)), at(now));
  }

  @Test
  void thereIsNoneWhenNobodyAsks() {
    assertNull(observer(Recording.DEFAULT));
  }

  @Test
  void interceptorsAskSinceTheyAreToldTheAttempt() {
    TaskInterceptor interceptor = (attempt, task) -> task.proceed();
    Observer observer = Observer.of(
        new RunnerSettings(
            0, Map.of(), List.of(), Recording.DEFAULT, List.of(interceptor), List.of(), true, null),
        "w-1",
        root,
        START);
    Observed task = queued(observer, a, 1);
    task.started(at(2));

    assertEquals(new TaskInterceptor.Attempt(id(1, "a"), 1), task.attempt());
    assertEquals(Executions.NONE, observer.executions(root.all(), START));
    assertNull(observer.waits(a));
  }

  @Test
  void tellsAnExecutionWithRetriesATimeoutAndAnEnd() {
    Observer observer = listening();
    observer.runStarted();
    Observed task = queued(observer, a, 10);
    task.started(at(20));
    task.retried(TaskOutcome.FAILED, FAILURE, 100, false, at(30));
    task.started(at(140));
    task.timedOut(5, at(150));
    task.ended(TaskOutcome.TIMED_OUT, FAILURE, true, at(160));
    observer.runEnded(RunReport.Outcome.FAILED, FAILURE, at(170));

    assertEquals(
        List.of(
            new RunEvent.RunStarted("w-1", "w", nanos(0)),
            new RunEvent.Queued(id(1, "a"), nanos(10)),
            new RunEvent.Started(id(1, "a"), 1, nanos(20)),
            new RunEvent.Retried(id(1, "a"), 1, nanos(30), FAILURE, nanos(100), false),
            new RunEvent.Started(id(1, "a"), 2, nanos(140)),
            new RunEvent.TimedOut(id(1, "a"), 2, nanos(150), Duration.ofMillis(5)),
            new RunEvent.Ended(id(1, "a"), 2, nanos(160), TaskOutcome.TIMED_OUT, FAILURE, true),
            new RunEvent.RunEnded("w-1", nanos(170), RunReport.Outcome.FAILED, FAILURE, 1)),
        told);
    assertEquals(List.of(), grammar.problemsAtTheEnd());
  }

  @Test
  void tellsWhatIsCancelledBeforeItStarts() {
    Observer observer = listening();
    observer.runStarted();
    Observed first = queued(observer, a, 1);
    Observed second = observer.queued(b, new Awaited(7, at(2), null, at(2)), at(2));
    second.cancelled(null, at(3));
    first.cancelled(FAILURE, at(4));
    observer.runEnded(RunReport.Outcome.CANCELLED, null, at(5));

    ExecutionId element = new ExecutionId("w-1", "w/b", "b", RunGraph.Kind.TASK, 2, 7);
    assertEquals(
        List.of(
            new RunEvent.Queued(id(1, "a"), nanos(1)),
            new RunEvent.Queued(element, nanos(2)),
            new RunEvent.Cancelled(element, 0, nanos(3), null),
            new RunEvent.Cancelled(id(1, "a"), 0, nanos(4), FAILURE)),
        told.subList(1, 5));
    assertEquals(List.of(), grammar.problemsAtTheEnd());
  }

  @Test
  void tellsNothingAfterTheEndOfARunThatWasGivenUp() {
    Observer observer = listening();
    observer.runStarted();
    Observed task = queued(observer, a, 1);
    task.started(at(2));
    observer.runEnded(RunReport.Outcome.FAILED, FAILURE, at(3));
    task.ended(TaskOutcome.SUCCEEDED, null, false, at(4));
    observer.runEnded(RunReport.Outcome.FAILED, FAILURE, at(5));

    assertEquals(4, told.size());
    assertTrue(told.get(3) instanceof RunEvent.RunEnded);
  }

  @Test
  void anAttemptThatStartsTooLateIsNotTold() {
    Observer observer = listening();
    observer.runStarted();
    Observed task = queued(observer, a, 1);
    task.cancelled(null, at(2));
    task.started(at(3));
    observer.runEnded(RunReport.Outcome.CANCELLED, null, at(4));

    assertEquals(4, told.size());
    assertEquals(List.of(), grammar.problemsAtTheEnd());
  }

  @Test
  void whatHappensWhileAListenerHoldsUpAnEventIsToldAfterIt() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    RunListener slow = event -> {
      if (event instanceof RunEvent.Started) {
        held.countDown();
        try {
          leave.await();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    };
    Observer observer = observer(Recording.DEFAULT, slow, told::add, grammar);
    observer.runStarted();
    Observed task = queued(observer, a, 1);
    Thread starting = new Thread(() -> task.started(at(2)));
    starting.start();
    held.await();
    task.ended(TaskOutcome.CANCELLED, null, true, at(3));
    observer.runEnded(RunReport.Outcome.CANCELLED, null, at(4));
    List<RunEvent> before = List.copyOf(told);
    leave.countDown();
    starting.join();

    assertEquals(2, before.size());
    assertEquals(
        List.of("RunStarted", "Queued", "Started", "Ended", "RunEnded"),
        told.stream().map(each -> each.getClass().getSimpleName()).toList());
    assertEquals(List.of(), grammar.problemsAtTheEnd());
  }

  @Test
  void anAttemptThatDidNotStartCanNotEnd() {
    Observed task = queued(listening(), a, 1);

    assertThrows(
        IllegalStateException.class, () -> task.ended(TaskOutcome.SUCCEEDED, null, false, at(2)));
    task.started(at(2));
    task.ended(TaskOutcome.SUCCEEDED, null, false, at(3));
    assertThrows(
        IllegalStateException.class, () -> task.ended(TaskOutcome.SUCCEEDED, null, false, at(4)));
  }

  @Test
  void aListenerThatThrowsKeepsTheOthersFromNothingAndIsLoggedTwice() {
    RunListener throwing = event -> {
      throw new AssertionError("listener");
    };
    List<LogRecord> log = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.makespan");
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord entry) {
        log.add(entry);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    boolean parents = logger.getUseParentHandlers();
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    try {
      Observer observer = observer(Recording.DEFAULT, throwing, told::add);
      observer.runStarted();
      queued(observer, a, 1).cancelled(null, at(2));
      observer.runEnded(RunReport.Outcome.SUCCEEDED, null, at(3));
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(parents);
    }

    String name = throwing.getClass().getName();
    assertEquals(4, told.size());
    assertEquals(
        List.of(
            "listener " + name + " threw an exception in run w-1 at RunStarted",
            "listener " + name + " threw 4 exceptions in run w-1"),
        log.stream().map(LogRecord::getMessage).toList());
    assertSame(AssertionError.class, log.get(0).getThrown().getClass());
    assertNull(log.get(1).getThrown());
  }

  @Test
  void aFullRecordingKeepsEachExecutionAndWhyItWaited() {
    Observer observer = observer(Recording.FULL);
    observer.runStarted();
    Observed task = observer.queued(b, new Awaited(3, at(5), a, at(13)), at(15));
    task.waitedForPlace(1);
    task.started(at(22));
    task.retried(TaskOutcome.FAILED, FAILURE, 100, false, at(30));
    task.waitedForPlace(4);
    task.started(at(141));
    task.ended(TaskOutcome.SUCCEEDED, null, false, at(160));

    Executions executions = observer.executions(root.all(), START);
    assertFalse(executions.isSampled());
    assertEquals(1, executions.total());
    String thread = Thread.currentThread().getName();
    assertEquals(
        new Execution(
            new ExecutionId("w-1", "w/b", "b", RunGraph.Kind.TASK, 1, 3),
            nanos(15),
            List.of(
                new Execution.Attempt(
                    1,
                    nanos(22),
                    nanos(30),
                    thread,
                    TaskOutcome.FAILED,
                    "java.lang.IllegalStateException: no",
                    false),
                new Execution.Attempt(
                    2, nanos(141), nanos(160), thread, TaskOutcome.SUCCEEDED, "", false)),
            TaskOutcome.SUCCEEDED,
            nanos(160),
            nanos(8),
            "w/a",
            nanos(15),
            nanos(5),
            nanos(100)),
        executions.kept().get(0));
  }

  @Test
  void aReportOfARunThatGoesOnHasWhatIsOpen() {
    Observer observer = observer(Recording.FULL);
    Observed running = queued(observer, a, 1);
    queued(observer, b, 2);
    running.started(at(4));

    List<Execution> kept = observer.executions(root.all(), START).kept();
    assertEquals(List.of(1L, 2L), kept.stream().map(each -> each.id().number()).toList());
    assertSame(TaskOutcome.RUNNING, kept.get(0).outcome());
    assertNull(kept.get(0).endedAt());
    assertNull(kept.get(0).attempts().get(0).endedAt());
    assertEquals(List.of(), kept.get(1).attempts());
  }

  @Test
  void aPartOfARunHasItsOwnExecutionsAndItsOwnClock() {
    Observer observer = observer(Recording.FULL);
    queued(observer, a, 10);
    queued(observer, b, 20);

    Executions ofB = observer.executions(b.all(), at(15));
    assertEquals(1, ofB.total());
    assertEquals(List.of(nanos(5)), ofB.kept().stream().map(Execution::queuedAt).toList());
  }

  @Test
  void ofManyExecutionsASampleIsKeptAndTheReportSaysSo() {
    Observer observer = observer(Recording.FULL);
    int count = Executions.LIMIT + 50_000;
    for (int i = 0; i < count; i++) {
      Observed task = queued(observer, i % 2 == 0 ? a : b, i);
      task.started(at(i + 3));
      task.ended(TaskOutcome.SUCCEEDED, null, false, at(i + 4));
    }
    Executions executions = observer.executions(root.all(), START);
    long late = executions.kept().stream()
        .filter(each -> each.id().number() > Executions.LIMIT)
        .count();

    assertTrue(executions.isSampled());
    assertEquals(Executions.LIMIT, executions.kept().size());
    assertEquals(count, executions.total());
    // A third of all are late, so 33,333 are expected, with a standard deviation below 150.
    assertTrue(Math.abs(late - 33_333) < 1000, () -> "late: " + late);
    assertEquals(
        new Waits.Wait(nanos(3L * count / 2), nanos(3)), observer.waits(a).slot());
  }

  @Test
  void theWaitsOfACallSiteAreThoseOfAllItsExecutions() {
    Observer observer = observer(Recording.FULL);
    CallSite c = root.step(2, methods.task("c"), RunGraph.Kind.TASK, 3);
    Observed one = observer.queued(c, new Awaited(-1, at(0), a, at(10)), at(10));
    one.started(at(13));
    one.ended(TaskOutcome.SUCCEEDED, null, false, at(20));
    Observed two = observer.queued(c, new Awaited(-1, at(0), b, at(30)), at(30));
    two.waitedForPlace(5);
    two.started(at(36));
    two.retried(TaskOutcome.FAILED, FAILURE, 50, false, at(40));
    two.cancelled(null, at(60));

    assertEquals(
        new Waits(
            new Waits.Wait(nanos(40), nanos(30)),
            "w/b",
            new Waits.Wait(nanos(4), nanos(3)),
            new Waits.Wait(nanos(5), nanos(5)),
            new Waits.Wait(nanos(20), nanos(20))),
        observer.waits(c));
    assertEquals(Waits.NONE, observer.waits(a));
  }

  @Test
  void anExceptionThatCanNotTellItsTextIsKeptByItsClass() {
    class Mute extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        throw new IllegalStateException();
      }
    }
    Observer observer = observer(Recording.FULL);
    Observed task = queued(observer, a, 1);
    task.started(at(1));
    task.ended(TaskOutcome.FAILED, new Mute(), false, at(2));

    assertEquals(
        Mute.class.getName(),
        observer.executions(root.all(), START).kept().get(0).attempts().get(0).failure());
  }
}
