package dev.makespan.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunEvent.Cancelled;
import dev.makespan.event.RunEvent.Ended;
import dev.makespan.event.RunEvent.Queued;
import dev.makespan.event.RunEvent.Retried;
import dev.makespan.event.RunEvent.RunEnded;
import dev.makespan.event.RunEvent.RunStarted;
import dev.makespan.event.RunEvent.Started;
import dev.makespan.event.RunEvent.TimedOut;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker finds each way in which events can be out of order, and nothing else. */
class EventGrammarTest {
  private static final RuntimeException FAILURE = new IllegalStateException("no");

  private final EventGrammar grammar = new EventGrammar();

  private static Duration at(int millis) {
    return Duration.ofMillis(millis);
  }

  private static ExecutionId id(long number) {
    return new ExecutionId("run-1", "w/a", "a", RunGraph.Kind.TASK, number, -1);
  }

  private static final RunEvent BEGIN = new RunStarted("run-1", "w", at(0));
  private static final RunEvent END = end(RunReport.Outcome.SUCCEEDED, null, 0);
  private static final RunEvent QUEUED = new Queued(id(1), at(1));
  private static final RunEvent CANCELLED = new Cancelled(id(1), 0, at(9), null);

  private static RunEvent end(RunReport.Outcome outcome, Throwable failure, int overruns) {
    return new RunEnded("run-1", at(10), outcome, failure, overruns);
  }

  private static RunEvent started(int attempt) {
    return new Started(id(1), attempt, at(2));
  }

  private static RunEvent timedOut(int attempt) {
    return new TimedOut(id(1), attempt, at(3), at(1));
  }

  private static RunEvent retried(int attempt) {
    return new Retried(id(1), attempt, at(3), FAILURE, at(100), false);
  }

  private static RunEvent ended(int attempt, TaskOutcome outcome, Throwable failure) {
    return new Ended(id(1), attempt, at(5), outcome, failure, false);
  }

  private static RunEvent succeeded(int attempt) {
    return ended(attempt, TaskOutcome.SUCCEEDED, null);
  }

  private void accepts(RunEvent... events) {
    List.of(events).forEach(grammar::onEvent);
    assertEquals(List.of(), grammar.problemsAtTheEnd());
  }

  private static void refuses(String why, RunEvent... events) {
    EventGrammar own = new EventGrammar();
    List.of(events).forEach(own::onEvent);
    List<String> problems = own.problemsAtTheEnd();
    assertTrue(!problems.isEmpty() && problems.get(0).contains(why), () -> why + " in " + problems);
  }

  @Test
  void acceptsARunThatDoesNothing() {
    accepts(BEGIN, END);
  }

  @Test
  void acceptsAnAttempt() {
    accepts(BEGIN, QUEUED, started(1), succeeded(1), END);
    assertEquals(5, grammar.events());
    assertEquals(1, grammar.queued("run-1"));
  }

  @Test
  void acceptsRetriesAndATimeout() {
    accepts(
        BEGIN,
        QUEUED,
        started(1),
        retried(1),
        new Started(id(1), 2, at(3)),
        timedOut(2),
        ended(2, TaskOutcome.TIMED_OUT, FAILURE),
        END);
  }

  @Test
  void acceptsWhatIsStoppedBeforeItStartsAndBetweenAttempts() {
    accepts(
        BEGIN,
        QUEUED,
        new Queued(id(2), at(1)),
        started(1),
        new Cancelled(id(2), 0, at(2), null),
        retried(1),
        new Cancelled(id(1), 1, at(9), null),
        END);
  }

  @Test
  void acceptsAnOverrunThatTheRunCounts() {
    accepts(
        BEGIN,
        QUEUED,
        started(1),
        new Ended(id(1), 1, at(5), TaskOutcome.CANCELLED, null, true),
        end(RunReport.Outcome.CANCELLED, null, 1));
  }

  @Test
  void acceptsRunsSideBySide() {
    accepts(
        BEGIN,
        new RunStarted("run-2", "w", at(0)),
        QUEUED,
        CANCELLED,
        END,
        new RunEnded("run-2", at(3), RunReport.Outcome.SUCCEEDED, null, 0));
  }

  @Test
  void refusesAnEventBeforeItsRun() {
    refuses("before RunStarted", QUEUED);
  }

  @Test
  void refusesAnEventAfterItsRun() {
    refuses("after RunEnded", BEGIN, END, QUEUED);
  }

  @Test
  void refusesASecondStartAndASecondEndOfARun() {
    refuses("comes twice", BEGIN, BEGIN, END);
    refuses("after RunEnded", BEGIN, END, END);
  }

  @Test
  void refusesARunWithoutAnEnd() {
    refuses("has no RunEnded", BEGIN);
  }

  @Test
  void refusesAnEndWhileSomethingIsOpen() {
    refuses("executions are open: [1]", BEGIN, QUEUED, END);
  }

  @Test
  void refusesAnAttemptThatWasNotQueued() {
    refuses("before Queued", BEGIN, started(1), END);
  }

  @Test
  void refusesAnExecutionThatIsQueuedTwice() {
    refuses("comes twice", BEGIN, QUEUED, QUEUED, CANCELLED, END);
  }

  @Test
  void refusesASecondStartOfAnAttempt() {
    refuses("out of order", BEGIN, QUEUED, started(1), started(2), succeeded(2), END);
  }

  @Test
  void refusesAnEndWithoutAStart() {
    refuses("out of order", BEGIN, QUEUED, succeeded(0), END);
  }

  @Test
  void refusesASecondEnd() {
    refuses(
        "after the end of its execution",
        BEGIN,
        QUEUED,
        started(1),
        succeeded(1),
        succeeded(1),
        END);
  }

  @Test
  void refusesAnEndAfterARetryThatDidNotStart() {
    refuses("out of order", BEGIN, QUEUED, started(1), retried(1), succeeded(1), END);
  }

  @Test
  void refusesACancellationWhileAnAttemptRuns() {
    refuses("out of order", BEGIN, QUEUED, started(1), new Cancelled(id(1), 1, at(9), null), END);
  }

  @Test
  void refusesASecondTimeout() {
    refuses(
        "out of order",
        BEGIN,
        QUEUED,
        started(1),
        timedOut(1),
        timedOut(1),
        ended(1, TaskOutcome.TIMED_OUT, FAILURE),
        END);
  }

  @Test
  void refusesTheWrongNumberOfAnAttempt() {
    refuses("wrong number", BEGIN, QUEUED, started(2), succeeded(2), END);
  }

  @Test
  void refusesATimeThatGoesBack() {
    refuses("earlier", BEGIN, new Queued(id(1), at(4)), started(1), succeeded(1), END);
  }

  @Test
  void refusesATimeBeforeTheRun() {
    refuses("before the start", BEGIN, new Queued(id(1), at(-1)), CANCELLED, END);
  }

  @Test
  void refusesOutcomesThatDoNotFit() {
    refuses("doesn't fit", BEGIN, QUEUED, started(1), ended(1, TaskOutcome.SUCCEEDED, FAILURE));
    refuses("doesn't fit", BEGIN, QUEUED, started(1), ended(1, TaskOutcome.FAILED, null));
    refuses("doesn't fit", BEGIN, QUEUED, started(1), ended(1, TaskOutcome.TIMED_OUT, FAILURE));
    refuses("doesn't fit", BEGIN, QUEUED, started(1), ended(1, TaskOutcome.RUNNING, null));
    refuses("doesn't fit", BEGIN, QUEUED, started(1), timedOut(1), succeeded(1));
  }

  @Test
  void refusesAnEndOfTheRunThatDoesNotFit() {
    refuses("doesn't fit", BEGIN, end(RunReport.Outcome.FAILED, null, 0));
    refuses("doesn't fit", BEGIN, end(RunReport.Outcome.SUCCEEDED, FAILURE, 0));
    refuses("goes on", BEGIN, end(RunReport.Outcome.RUNNING, null, 0));
    refuses("overruns", BEGIN, end(RunReport.Outcome.SUCCEEDED, null, 1));
  }
}
