package dev.makespan.support;

import dev.makespan.event.RunGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one execution of a body in program order, and which of them may run: the state
 * machine of a {@link Body}.
 *
 * <p>The rules: a step starts when the steps that it waits for have ended with a value. A fence
 * waits for every step above it, and every step below waits for the fence. A failing step drops and
 * stops the steps below it, never those above; when all have ended, the failure of the topmost one
 * is the body's, and the others are suppressed in it.
 *
 * <p>States: being wired, until the generated method has added the last step; running; over, when
 * every step has ended. Exactly one call says that it is over. The lock is this object; it guards
 * all fields, and those of the steps that are marked so. No code outside this class runs under it
 * but {@link CallSite}s, which take their own lock and no other.
 */
final class Steps {
  private List<Step<?>> steps = new ArrayList<>();
  private final List<Failed> failures = new ArrayList<>(0);
  private @Nullable Step<?> fence;
  private int afterFence;

  /** The position of the topmost failing step; what is below it isn't started any more. */
  private int cutoff = Integer.MAX_VALUE;

  private int unended;
  private boolean wired;
  private boolean stopped;

  /**
   * Whether the cancelled run refused a step, so that there is no value though nobody stopped us.
   */
  private boolean refused;

  private record Failed(int position, Failure failure) {}

  /**
   * What a change of state asks for.
   *
   * @param steps the steps to be launched or stopped
   * @param over whether all is over now
   */
  record Change(List<Step<?>> steps, boolean over) {}

  /**
   * How all ended.
   *
   * @param failures the failures, topmost first
   * @param early whether there is no value though nothing failed, or the body was stopped
   * @param path the longest chain of executions
   */
  record End(
      List<Failure> failures, boolean early, @Nullable PathLink path) {}

  /** How many there are: the position of the next one. */
  synchronized int size() {
    return steps.size();
  }

  /** Adds the next step. None is launched before all are there. */
  synchronized void add(Step<?> step, @Nullable Object[] in, boolean isFence) {
    steps.add(step);
    if (stopped || step.position > cutoff) {
      step.state = Step.State.ENDED;
      return;
    }
    unended++;
    for (Object argument : in) {
      if (argument instanceof Step<?> input && input.body == step.body) {
        waitFor(step, input, RunGraph.Reason.DATA);
      }
    }
    if (fence != null) {
      waitFor(step, fence, RunGraph.Reason.FENCE);
    }
    if (isFence) {
      for (Step<?> above : steps.subList(afterFence, step.position)) {
        waitFor(step, above, RunGraph.Reason.FENCE);
      }
      fence = step;
      afterFence = step.position + 1;
    }
  }

  private static void waitFor(Step<?> step, Step<?> input, RunGraph.Reason reason) {
    step.site.waitsFor(input.site, reason);
    if (input.state == Step.State.ENDED) {
      step.base = PathLink.longer(step.base, input.path);
    } else {
      input.dependents.add(step);
      step.waits++;
    }
  }

  /** Says that all steps are added, or why not; returns what is to be launched. */
  synchronized Change wired(@Nullable Failure broken) {
    if (broken != null) {
      failures.add(new Failed(steps.size(), broken));
    }
    wired = true;
    List<Step<?>> ready = new ArrayList<>();
    for (Step<?> step : steps) {
      if (step.state == Step.State.WAITING && step.waits == 0) {
        step.state = Step.State.STARTED;
        ready.add(step);
      }
    }
    return new Change(ready, unended == 0);
  }

  /**
   * Drops what waits; returns what is to be stopped. The end is told once, however often it comes.
   */
  synchronized Change stop() {
    boolean open = !stopped && unended > 0;
    stopped = true;
    List<Step<?>> running = drop(-1);
    // All that was left may have waited for a step that the cancelled run refused to start.
    return new Change(running, wired && open && unended == 0);
  }

  /** Notes a failure and drops what waits below it; returns what is to be stopped. */
  synchronized List<Step<?>> failing(Step<?> step, Failure failure) {
    failures.add(new Failed(step.position, failure));
    if (step.position > cutoff) {
      return List.of();
    }
    cutoff = step.position;
    return drop(cutoff);
  }

  /** Ends the waiting steps below a position and returns the started ones. */
  private List<Step<?>> drop(int position) {
    List<Step<?>> running = new ArrayList<>(0);
    for (Step<?> step : steps.subList(Math.min(position + 1, steps.size()), steps.size())) {
      if (step.state == Step.State.WAITING) {
        step.state = Step.State.ENDED;
        unended--;
      } else if (step.state == Step.State.STARTED) {
        running.add(step);
      }
    }
    return running;
  }

  /** Notes the end of a started step; returns what is to be launched. */
  synchronized Change ended(Step<?> step, Outcome outcome) {
    step.state = Step.State.ENDED;
    unended--;
    if (outcome.failure() != null && outcome.stopped()) {
      failures.add(new Failed(step.position, outcome.failure()));
    }
    refused |= outcome.failure() == null && outcome.stopped();
    List<Step<?>> ready = new ArrayList<>(0);
    if (outcome.isValue()) {
      for (Step<?> dependent : step.dependents) {
        dependent.base = PathLink.longer(dependent.base, step.path);
        if (--dependent.waits == 0 && dependent.state == Step.State.WAITING) {
          dependent.state = Step.State.STARTED;
          ready.add(dependent);
        }
      }
    }
    return new Change(ready, wired && unended == 0);
  }

  /** Tells how all ended, and forgets the steps. */
  synchronized End end() {
    failures.sort(Comparator.comparingInt(Failed::position));
    PathLink path = null;
    for (Step<?> step : steps) {
      path = PathLink.longer(path, step.path);
    }
    boolean early = stopped || (refused && failures.isEmpty());
    steps = List.of();
    return new End(failures.stream().map(Failed::failure).toList(), early, path);
  }
}
