package dev.makespan.internal.local.sim;

import dev.makespan.Makespan;
import dev.makespan.support.Caller;
import java.util.concurrent.CompletableFuture;

/** A task or a map task: a script, and maybe a run of its own. */
final class TaskMethod extends Method {
  private final Script script;

  /** A workflow that it starts a run of; null for none. */
  private final WorkflowMethod started;

  TaskMethod(int number, boolean isVoid, Script script, WorkflowMethod started) {
    super(number, isVoid);
    this.script = script;
    this.started = started;
  }

  @Override
  Object call(Object[] in) throws Throwable {
    Place place = place(in);
    Object[] values = values(in);
    long work = work(values);
    Activity activity = place.begin(this + " of " + work, true);
    place.run().begun(work);
    try {
      Object inner = started == null ? null : callStarted(place, fuel(in), work);
      script.play(place, work);
      return isVoid ? null : Mixing.mix(work, inner);
    } finally {
      place.end(activity);
    }
  }

  private Object callStarted(Place place, int fuel, long work) {
    RunRecord record = new RunRecord(place.run());
    Place own = Place.ofRun(record, started.limit());
    CompletableFuture<Object> run =
        record.handedOut(Caller.current().run(started.def(), arguments(own, fuel, work)));
    // One wait ends with an interrupt of this task, the other one only with the run.
    return work % 2 == 0 ? Caller.join(run) : Makespan.join(run);
  }

  @Override
  Result plain(Plain plain, int fuel, Object... values) {
    long work = work(values);
    Result inner = started == null ? Result.of(null) : started.plain(plain, fuel, work);
    if (!inner.isValue()) {
      return inner;
    }
    Result own = script.plain(plain, work);
    return own.isValue() ? Result.of(isVoid ? null : Mixing.mix(work, inner.value())) : own;
  }
}
