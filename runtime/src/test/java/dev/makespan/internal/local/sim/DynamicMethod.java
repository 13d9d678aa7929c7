package dev.makespan.internal.local.sim;

import dev.makespan.Makespan;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A dynamic: it calls, waits, catches, ignores and cancels as its actions say. */
final class DynamicMethod extends Method {
  private static final long SLEEP_NANOS = 1_000_000;

  private final List<Action> actions;

  DynamicMethod(int number, boolean isVoid, List<Action> actions) {
    super(number, isVoid);
    this.actions = actions;
  }

  List<Action> actions() {
    return actions;
  }

  @Override
  Object call(Object[] in) throws Throwable {
    Place place = place(in);
    long work = work(values(in));
    Activity activity = place.begin(this + " of " + work, false);
    activity.acts();
    place.run().begun(work);
    place.run().completed(work);
    try {
      long sum = new Performance(place, activity, fuel(in), work).perform();
      return isVoid ? null : sum;
    } finally {
      place.end(activity);
      Litter.leave(work);
    }
  }

  @Override
  Result plain(Plain plain, int fuel, Object... values) {
    return new PlainDynamic(plain, this, fuel, work(values)).perform();
  }

  /** The elements of a map in the body. */
  static List<Object> elements(long work) {
    return List.of(Mixing.mix(work, 1), Mixing.mix(work, 2), Mixing.mix(work, 3));
  }

  /** The argument of a call in the body. */
  static long argument(long work, int calls) {
    return Mixing.mix(work, calls);
  }

  /** One execution of the body. */
  private final class Performance {
    private final Place place;
    private final Activity activity;
    private final int fuel;
    private final long work;
    private final Caller caller = Caller.current();
    private final List<CompletableFuture<Object>> calls = new ArrayList<>();
    private final List<CompletableFuture<Object>> doomed = new ArrayList<>();
    private long sum;

    Performance(Place place, Activity activity, int fuel, long work) {
      this.place = place;
      this.activity = activity;
      this.fuel = fuel;
      this.work = work;
      this.sum = work;
    }

    long perform() {
      for (Action action : actions) {
        activity.acts();
        place.scheduler().mayYield();
        if (action.isCall()) {
          (action.doomed() ? doomed : calls).add(start(action));
        } else {
          look(action);
        }
      }
      return sum;
    }

    private CompletableFuture<Object> start(Action action) {
      long argument = argument(work, calls.size() + doomed.size());
      return place
          .run()
          .handedOut(
              switch (action.kind()) {
                case CALL ->
                  caller.run(
                      action.callee().def(), arguments(place.inner("call", 0), fuel, argument));
                case MAP -> {
                  Place map = place.inner("map", action.callee().def().concurrency());
                  yield widened(caller.map(
                      action.callee().def(), elements(work), arguments(map, fuel, Body.ELEMENT)));
                }
                default ->
                  fuel == 0
                      ? CompletableFuture.completedFuture(0L)
                      : caller.run(def(), arguments(place.inner("call", 0), fuel - 1, argument));
              });
    }

    private void look(Action action) {
      switch (action.kind()) {
        case JOIN -> add(calls.get(action.target()).join());
        case GET -> add(Makespan.join(calls.get(action.target())));
        case CATCH -> add(joinOrMessage(calls.get(action.target())));
        case THEN ->
          add(place
              .run()
              .handedOut(calls.get(action.target()).thenApply(Mixing::mix))
              .join());
        case ALL -> add(place.run().handedOut(Makespan.all(calls)).join());
        case IGNORE ->
          place.run().handedOut(calls.get(action.target()).handle((value, thrown) -> 0));
        case CANCEL -> {
          doomed.get(action.target()).cancel(true);
          doomed.get(action.target()).isCompletedExceptionally();
        }
        case COMPLETE -> {
          doomed.get(action.target()).complete(0L);
          doomed.get(action.target()).isCompletedExceptionally();
        }
        default -> place.scheduler().sleep(SLEEP_NANOS);
      }
    }

    private void add(Object value) {
      sum = Mixing.mix(sum, value);
    }

    private static Object joinOrMessage(CompletableFuture<Object> call) {
      try {
        return call.join();
      } catch (CompletionException e) {
        return Script.told(e.getCause());
      }
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<Object> widened(CompletableFuture<?> future) {
      return (CompletableFuture<Object>) future;
    }
  }
}
