package dev.makespan.internal.local.sim;

import dev.makespan.Makespan;
import dev.makespan.spi.Policy;
import dev.makespan.support.Caller;
import java.util.concurrent.CompletableFuture;

/** A task or a map task: a script, and maybe a run of its own. */
final class TaskMethod extends Method {
  private final Script script;

  /** A workflow that it starts a run of; null for none. An asynchronous task starts none. */
  private final WorkflowMethod started;

  private final Gives gives;

  /** What kind of value it returns. */
  enum Gives {
    NUMBER,
    SPITEFUL,
    SOME_NULLS
  }

  TaskMethod(int number, boolean isVoid, Script script, WorkflowMethod started, Gives gives) {
    super(number, isVoid);
    this.gives = gives;
    this.script = script;
    this.started = started;
  }

  private Policy policy() {
    return def().policy();
  }

  @Override
  Object call(Object[] in) throws Throwable {
    Place place = place(in);
    long work = work(values(in));
    Activity activity = place.begin(this + " of " + work, true, place.element(values(in)[0]));
    place.run().begun(work);
    place.run().world().pools().begin(policy().pool(), activity);
    int attempt = place.run().attempts().begin(in, activity, policy());
    place.run().checkAttempt(activity, policy(), attempt);
    if (policy().asynchronous()) {
      return stage(place, in, activity, work, attempt);
    }
    boolean succeeded = false;
    boolean returned = false;
    try {
      Object inner = started == null ? null : callStarted(place, fuel(in), work);
      script.play(place, work, attempt);
      // Its time may be over while the engine goes on to interrupt the run that it has started, or
      // while it tells others of that.
      succeeded = policy().timeoutMillis() == 0
          || (started == null && !place.run().world().watch().observes());
      returned = true;
      return value(work, inner);
    } finally {
      if (!returned && policy().isPlain() && !activity.isInterrupted()) {
        failed(place, in);
      }
      end(place, in, activity, succeeded);
      Litter.leave(work);
    }
  }

  /** Where it is called, or for which element. */
  private static void failed(Place place, Object[] in) {
    Place element = place.element(values(in)[0]);
    (element == null ? place : element).failed();
  }

  private Object value(long work, Object inner) {
    Object plain = plainValue(work, inner);
    return gives == Gives.SPITEFUL && plain != null ? new Spiteful((Long) plain) : plain;
  }

  private Object plainValue(long work, Object inner) {
    boolean isNull =
        isVoid || (gives == Gives.SOME_NULLS && work % 3 == 0 && !policy().asynchronous());
    return isNull ? null : (Object) Mixing.mix(work, inner);
  }

  private CompletableFuture<Object> stage(
      Place place, Object[] in, Activity activity, long work, int attempt) {
    for (int i = 0; i < script.yields(); i++) {
      place.scheduler().yieldNow();
    }
    if (work % 3 == 0) {
      boolean unused = place.scheduler().sleep(script.sleepNanos(work));
    }
    if (script.givesNoStage(work, attempt)) {
      place.run().completed(work);
      end(place, in, activity, false);
      return null;
    }
    ScriptedStage stage = new ScriptedStage(
        place,
        activity,
        script,
        work,
        attempt,
        value(work, null),
        succeeded -> end(place, in, activity, succeeded && policy().timeoutMillis() == 0));
    place.goesOn(activity);
    stage.begin();
    return stage;
  }

  private void end(Place place, Object[] in, Activity activity, boolean succeeded) {
    place.end(activity);
    place.run().world().pools().end(policy().pool(), activity);
    place.run().attempts().end(in, activity, succeeded);
  }

  private Object callStarted(Place place, int fuel, long work) {
    RunRecord record = new RunRecord(place.run());
    Place own = Place.ofRun(record, place.run().world().watch().limit(started.limit()));
    CompletableFuture<Object> run =
        record.handedOut(Caller.current().run(started.def(), arguments(own, fuel, work)));
    // One wait ends with an interrupt of this task, the other one only with the run.
    return work % 2 == 0 ? Caller.join(run) : Makespan.join(run);
  }

  @Override
  Result plain(Plain plain, int fuel, Object... values) {
    long work = work(values);
    Result result = Result.hanging();
    for (int attempt = 1; attempt <= policy().retries() + 1; attempt++) {
      result = attempt(plain, fuel, work, attempt);
      if (!result.isTolerable()) {
        break;
      }
    }
    if (!result.isValue() && !result.hangs()) {
      plain.fails();
    }
    return result;
  }

  private Result attempt(Plain plain, int fuel, long work, int attempt) {
    Result inner = started == null ? Result.of(null) : started.plain(plain, fuel, work);
    if (!inner.isValue()) {
      return inner;
    }
    Result own = script.plain(plain, work, attempt);
    if (policy().asynchronous() && script.givesNoStage(work, attempt)) {
      return Result.failed(Script.MARK + Script.NO_STAGE, null);
    }
    return own.isValue() ? Result.of(plainValue(work, inner.value())) : own;
  }
}
