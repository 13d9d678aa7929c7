package dev.makespan.processor.reference;

import dev.makespan.Run;
import dev.makespan.spi.Failures;
import dev.makespan.spi.FlowFuture;
import dev.makespan.spi.RunScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@link dev.makespan.Dynamic}, for one execution: the body runs as written, a failed
 * call fails only its own future, and a failure that nobody looked at is the dynamic's. What it
 * asks for is run at once, before the body goes on.
 */
final class Dynamic implements Place.Siblings, FlowFuture.Host {
  private static final ThreadLocal<@Nullable Dynamic> CURRENT = new ThreadLocal<>();

  private final Interpreter run;
  private final Place place;
  private final List<FlowFuture<?>> futures = new ArrayList<>();
  private int calls;

  Dynamic(Interpreter run, Place place) {
    this.run = run;
    this.place = place;
  }

  /** The one whose body runs on this thread; null in a task and outside. */
  static @Nullable Dynamic current() {
    return CURRENT.get();
  }

  /** Runs the user's code: the body of a dynamic, or of a task, which is in none. */
  static Outcome within(@Nullable Dynamic dynamic, Log.UserCode body) {
    Dynamic before = CURRENT.get();
    CURRENT.set(dynamic);
    Outcome outcome;
    try {
      outcome = new Outcome.Value(body.run());
    } catch (Throwable thrown) {
      outcome = new Outcome.Thrown(thrown);
    } finally {
      CURRENT.set(before);
    }
    return dynamic == null ? outcome : dynamic.ended(outcome);
  }

  private Outcome ended(Outcome body) {
    Throwable first = body instanceof Outcome.Thrown failure ? failure.thrown() : null;
    for (FlowFuture<?> future : futures) {
      if (future.failedUnseen() && !(future.exceptionNow() instanceof CancellationException)) {
        Throwable thrown = future.exceptionNow();
        if (first != null) {
          Failures.suppress(first, List.of(thrown));
        }
        first = first == null ? thrown : first;
      }
    }
    return first == null ? body : new Outcome.Thrown(first);
  }

  /** Runs a call that the body asks for. */
  synchronized <R extends @Nullable Object> Run<R> call(
      String name, UnaryOperator<@Nullable Object> result, Interpreter.Start start) {
    Outcome outcome = run.inner().run(new Place(place, this, calls++), start).map(result);
    EndedRun<R> future = new EndedRun<>(this, name, outcome);
    futures.add(future);
    return future;
  }

  @Override
  public boolean isBefore(int one, int other) {
    return false;
  }

  // What was derived from a future must be looked at, too.

  @Override
  public void derived(FlowFuture<?> stage) {
    futures.add(stage);
  }

  @Override
  public void joined(FlowFuture<?> future) {}

  @Override
  public RunScope scope() {
    throw new IllegalStateException("the interpreter has no threads");
  }
}
