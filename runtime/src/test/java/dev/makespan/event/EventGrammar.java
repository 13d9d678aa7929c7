package dev.makespan.event;

import dev.makespan.event.RunEvent.Cancelled;
import dev.makespan.event.RunEvent.Ended;
import dev.makespan.event.RunEvent.Queued;
import dev.makespan.event.RunEvent.Retried;
import dev.makespan.event.RunEvent.RunEnded;
import dev.makespan.event.RunEvent.RunStarted;
import dev.makespan.event.RunEvent.Started;
import dev.makespan.event.RunEvent.TaskEvent;
import dev.makespan.event.RunEvent.TimedOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A listener that checks the order which {@link RunEvent} promises, of any number of runs at once.
 *
 * <p>It keeps nothing of an execution that has ended, so that it can listen for long. Its lock
 * guards all fields.
 */
public final class EventGrammar implements RunListener {
  private final Map<String, OneRun> runs = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private long events;

  /** Where an execution is. */
  private enum Place {
    QUEUED,
    STARTED,
    TIMED_OUT,
    RETRIED
  }

  private static final class OneExecution {
    Place place = Place.QUEUED;
    int attempt;
    Duration time = Duration.ZERO;
  }

  private static final class OneRun {
    final Map<Long, OneExecution> open = new HashMap<>();
    long queued;
    int overruns;
    boolean ended;
  }

  @Override
  public synchronized void onEvent(RunEvent event) {
    events++;
    if (event.time().isNegative()) {
      problem(event, "is before the start of its run");
    }
    OneRun run = runs.get(event.run());
    if (event instanceof RunStarted) {
      if (run != null) {
        problem(event, "comes twice");
      }
      runs.put(event.run(), new OneRun());
    } else if (run == null) {
      problem(event, "comes before RunStarted");
    } else if (run.ended) {
      problem(event, "comes after RunEnded");
    } else if (event instanceof RunEnded ended) {
      end(run, ended);
    } else {
      take(run, (TaskEvent) event);
    }
  }

  private void end(OneRun run, RunEnded event) {
    run.ended = true;
    if (!run.open.isEmpty()) {
      problem(event, "comes while executions are open: " + run.open.keySet());
    }
    if (event.overruns() != run.overruns) {
      problem(event, "doesn't count the overruns that were told: " + run.overruns);
    }
    if (event.outcome() == RunReport.Outcome.RUNNING) {
      problem(event, "says that the run goes on");
    }
    if ((event.failure() != null) != (event.outcome() == RunReport.Outcome.FAILED)) {
      problem(event, "has an outcome that doesn't fit its failure");
    }
  }

  private void take(OneRun run, TaskEvent event) {
    long number = event.execution().number();
    OneExecution execution = run.open.get(number);
    if (event instanceof Queued) {
      if (execution != null) {
        problem(event, "comes twice");
      }
      execution = new OneExecution();
      run.open.put(number, execution);
      run.queued++;
    } else if (execution == null) {
      problem(event, "comes before Queued or after the end of its execution");
      return;
    }
    if (event.time().compareTo(execution.time) < 0) {
      problem(event, "is earlier than the event before it: " + execution.time);
    }
    execution.time = event.time();
    move(run, execution, event);
  }

  private void move(OneRun run, OneExecution execution, TaskEvent event) {
    Place from = execution.place;
    boolean waits = from == Place.QUEUED || from == Place.RETRIED;
    if (event instanceof Started) {
      expect(waits, event, from);
      execution.attempt++;
      execution.place = Place.STARTED;
    } else if (event instanceof TimedOut) {
      expect(from == Place.STARTED, event, from);
      execution.place = Place.TIMED_OUT;
    } else if (event instanceof Retried retried) {
      expect(!waits, event, from);
      run.overruns += retried.overrun() ? 1 : 0;
      execution.place = Place.RETRIED;
    } else if (event instanceof Ended ended) {
      expect(!waits, event, from);
      run.overruns += ended.overrun() ? 1 : 0;
      checkOutcome(ended, from);
      run.open.remove(event.execution().number());
    } else if (event instanceof Cancelled) {
      expect(waits, event, from);
      run.open.remove(event.execution().number());
    }
    if (event.attempt() != execution.attempt) {
      problem(event, "has the wrong number of its attempt, not " + execution.attempt);
    }
  }

  private void checkOutcome(Ended event, Place from) {
    boolean failed = event.failure() != null;
    boolean fits = switch (event.outcome()) {
      case RUNNING -> false;
      case SUCCEEDED -> !failed && from == Place.STARTED;
      case FAILED -> failed && from == Place.STARTED;
      case TIMED_OUT -> failed && from == Place.TIMED_OUT;
      case CANCELLED -> true;
    };
    if (!fits) {
      problem(event, "has an outcome that doesn't fit, " + from);
    }
  }

  private void expect(boolean allowed, TaskEvent event, Place from) {
    if (!allowed) {
      problem(event, "comes out of order, after " + from);
    }
  }

  private void problem(RunEvent event, String what) {
    problems.add(event + " " + what);
  }

  /** How many events came. */
  public synchronized long events() {
    return events;
  }

  /** How many executions of a run were queued; 0 for a run that wasn't told. */
  public synchronized long queued(String run) {
    OneRun one = runs.get(run);
    return one == null ? 0 : one.queued;
  }

  /** What was wrong so far; runs that go on are fine. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** What was wrong, runs that haven't ended among it. */
  public synchronized List<String> problemsAtTheEnd() {
    List<String> all = new ArrayList<>(problems);
    runs.forEach((id, run) -> {
      if (!run.ended) {
        all.add("run " + id + " has no RunEnded");
      }
    });
    return all;
  }
}
