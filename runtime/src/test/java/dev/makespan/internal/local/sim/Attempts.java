package dev.makespan.internal.local.sim;

import dev.makespan.spi.Policy;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The attempts of the calls of tasks, which are told apart by the identity of their arguments. Each
 * that begins is checked against those before it.
 */
final class Attempts {
  private static final long MILLI = 1_000_000;

  private final Scheduler scheduler;
  private final Map<Object[], Call> calls = new IdentityHashMap<>();

  /** What is known of the last attempt of a call. */
  private static final class Call {
    private int count;
    private Activity last;
    private boolean succeeded;
    private long endedAt = -1;
  }

  Attempts(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** An attempt begins; returns its number. */
  int begin(Object[] in, Activity activity, Policy policy) {
    if (policy.isPlain()) {
      // The engine may use the arguments' array for many of them.
      return 1;
    }
    Call call = calls.computeIfAbsent(in, any -> new Call());
    if (call.count > policy.retries()) {
      scheduler.violation(activity + " begins for the " + (call.count + 1) + ". time");
    }
    if (call.succeeded) {
      scheduler.violation(activity + " begins again after it succeeded");
    }
    if (call.count > 0) {
      checkWait(call, activity, policy);
    }
    call.count++;
    call.last = activity;
    call.endedAt = -1;
    return call.count;
  }

  private void checkWait(Call call, Activity activity, Policy policy) {
    long now = scheduler.now();
    if (call.endedAt < 0) {
      if (!call.last.mayBeGivenUp(now)) {
        scheduler.violation(activity + " begins before the end of the attempt before");
      }
      return;
    }
    long longest = Math.min(policy.backoffMillis() << (call.count - 1), policy.maxBackoffMillis());
    // One that was given up may have ended after its time.
    if (now - call.endedAt < longest * MILLI / 2 && !call.last.mayBeGivenUp(call.endedAt)) {
      scheduler.violation(
          activity + " begins " + (now - call.endedAt) + " ns after the attempt before");
    }
  }

  /**
   * An attempt ends.
   *
   * @param succeeded whether the engine must take it for a success
   */
  void end(Object[] in, Activity activity, boolean succeeded) {
    Call call = calls.get(in);
    if (call != null && call.last == activity) {
      call.endedAt = scheduler.now();
      call.succeeded = succeeded && !activity.isInterrupted();
    }
  }
}
