package dev.makespan.support;

import dev.makespan.spi.FlowFuture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What may fail a dynamic: its calls that have failed and the stages that were made of them, if
 * nobody looks at that. Guarded by the lock of the dynamic, but for {@link #end}.
 */
final class DynamicFailures {
  /** With fewer stages none is looked at before the end. */
  private static final int FEW = 1_000;

  private List<FailedCall> calls = List.of();
  private List<FlowFuture<?>> stages = List.of();
  private int pruneAt = FEW;

  private record FailedCall(int number, LiveRun<?> call, Failure failure) {}

  void add(LiveRun<?> call, Failure failure) {
    if (calls.isEmpty()) {
      calls = new ArrayList<>();
    }
    calls.add(new FailedCall(call.number, call, failure));
  }

  /** Adds a stage, which may fail later. */
  void add(FlowFuture<?> stage) {
    if (stages.size() >= pruneAt) {
      stages.removeIf(each -> each.isDone() && !each.failedUnseen());
      pruneAt = Math.max(FEW, 2 * stages.size());
    }
    if (stages.isEmpty()) {
      stages = new ArrayList<>();
    }
    stages.add(stage);
  }

  /**
   * What the dynamic fails with, in the order in which it counts: the body's failure, the calls in
   * their order, the stages. Called once, when nothing more comes, and under no lock.
   *
   * @param body the failure of the body; null if it has none
   */
  List<Failure> end(@Nullable Failure body) {
    List<Failure> failures = new ArrayList<>(0);
    // The failure that brought an exception here, if a call did; its trace is then continued.
    IdentityHashMap<Throwable, Failure> known = new IdentityHashMap<>(calls.size());
    if (calls.size() > 1) {
      calls.sort(Comparator.comparingInt(FailedCall::number));
    }
    for (FailedCall each : calls) {
      known.putIfAbsent(each.failure().thrown(), each.failure());
    }
    if (body != null) {
      failures.add(known.getOrDefault(body.thrown(), body));
    }
    for (FailedCall each : calls) {
      if (each.call().failedUnseen()) {
        failures.add(each.failure());
      }
    }
    for (FlowFuture<?> stage : stages) {
      if (stage.failedUnseen()) {
        Throwable thrown = stage.exceptionNow();
        if (!(thrown instanceof CancellationException)) {
          failures.add(known.getOrDefault(thrown, new Failure(thrown)));
        }
      }
    }
    stages = List.of();
    return failures;
  }
}
