package dev.makespan.internal.local.sim;

import dev.makespan.event.EventGrammar;
import dev.makespan.event.Recording;
import dev.makespan.event.RunEvent;
import dev.makespan.event.RunListener;
import dev.makespan.spi.ContextCarrier;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;

/**
 * The settings of a simulation's runner, and who watches its runs: mostly nobody, since the engine
 * goes other ways then.
 */
final class Watch {
  private static final int INTERCEPTORS = 2;

  /** What listeners throw is logged; a reference keeps the filter. */
  private static final Logger LOGGER = quiet(Logger.getLogger("dev.makespan"));

  private final Scheduler scheduler;
  private final EventGrammar grammar = new EventGrammar();
  private final boolean listens;
  private final boolean intercepts;
  private final boolean carries;
  private final boolean full;
  private final boolean throwing;
  private final boolean failing;
  private final boolean helping;
  private final int maxParallelism;

  /** @param failing whether interceptors may fail attempts */
  Watch(Scheduler scheduler, boolean failing) {
    this.scheduler = scheduler;
    Random random = scheduler.random();
    boolean watched = random.nextInt(3) == 0;
    this.listens = watched && random.nextBoolean();
    this.throwing = listens && random.nextInt(3) == 0;
    this.intercepts = watched && random.nextBoolean();
    this.carries = watched && random.nextBoolean();
    this.full = watched && random.nextInt(3) == 0;
    this.failing = failing && random.nextBoolean();
    this.helping = random.nextBoolean();
    this.maxParallelism = random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0;
  }

  private static Logger quiet(Logger logger) {
    var before = logger.getFilter();
    logger.setFilter(record -> (before == null || before.isLoggable(record))
        && !record.getMessage().contains(Throwing.class.getName()));
    return logger;
  }

  RunnerSettings settings() {
    List<RunListener> listeners = new ArrayList<>();
    if (throwing) {
      listeners.add(new Throwing());
    }
    if (listens) {
      listeners.add(event -> {
        scheduler.mayYield(
            () -> Carrier.current().startingSince >= 0 || event instanceof RunEvent.Started);
        grammar.onEvent(event);
      });
    }
    List<TaskInterceptor> interceptors = new ArrayList<>();
    for (int i = 0; intercepts && i < INTERCEPTORS; i++) {
      int number = i;
      interceptors.add((attempt, task) -> around(number, attempt, task));
    }
    return new RunnerSettings(
        maxParallelism,
        Map.of(),
        listeners,
        full ? Recording.FULL : Recording.DEFAULT,
        interceptors,
        carries ? List.of(this::capture) : List.of(),
        helping,
        null);
  }

  /** A listener that throws what it can, now and then. */
  private final class Throwing implements RunListener {
    @Override
    public void onEvent(RunEvent event) {
      switch (scheduler.random().nextInt(8)) {
        case 0 -> throw new SpitefulException("a listener's");
        case 1 -> throw new AssertionError("a listener's");
        default -> {}
      }
    }
  }

  private Object around(
      int number, TaskInterceptor.Attempt attempt, TaskInterceptor.Invocation task)
      throws Throwable {
    Carrier carrier = Carrier.current();
    if (carrier.interceptors != number) {
      scheduler.violation("interceptor " + number + " stands inside " + carrier.interceptors);
    }
    if (failing && scheduler.chance(0.03)) {
      throw new IllegalStateException(Script.MARK + "by an interceptor");
    }
    carrier.interceptors++;
    carrier.attempt = attempt.number();
    try {
      return task.proceed();
    } finally {
      carrier.interceptors--;
    }
  }

  private ContextCarrier.Snapshot capture() {
    Object captured = Carrier.current().context;
    return () -> {
      Carrier carrier = Carrier.current();
      Object before = carrier.context;
      carrier.context = captured;
      return () -> {
        if (Carrier.current() != carrier || carrier.context != captured) {
          scheduler.violation("a context is put back where it isn't");
        }
        carrier.context = before;
      };
    };
  }

  /** The context that user code of a run must see. */
  Object context(RunRecord run) {
    return carries ? run.origin() : null;
  }

  /** Whether attempts of tasks stand inside interceptors. */
  boolean intercepts() {
    return intercepts;
  }

  /** Whether interceptors may fail attempts, which the plain call doesn't know. */
  boolean disturbs() {
    return intercepts && failing;
  }

  /** Whether somebody is told of what happens to each execution, which takes time. */
  boolean observes() {
    return listens || full || intercepts;
  }

  /** Whether reports tell of each execution. */
  boolean keeps() {
    return full;
  }

  boolean helping() {
    return helping;
  }

  /** The limit that holds in a run whose root has this one; 0 is none. */
  int limit(int own) {
    return own == 0 || maxParallelism == 0
        ? Math.max(own, maxParallelism)
        : Math.min(own, maxParallelism);
  }

  boolean limits() {
    return maxParallelism > 0;
  }

  static int interceptors() {
    return INTERCEPTORS;
  }

  /** What was wrong with the events. */
  void check() {
    grammar.problemsAtTheEnd().forEach(scheduler::violation);
  }
}
