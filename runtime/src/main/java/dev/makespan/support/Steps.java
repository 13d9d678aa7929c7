package dev.makespan.support;

import dev.makespan.event.RunGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one execution of a body in program order, and which of them may run: the state
 * machine of a {@link BodyFrame}.
 *
 * <p>The rules: a step starts when the steps that it waits for, for their values or only for their
 * end, have ended with a value, or are skipped. A step that stands in a branch also waits for the
 * decision, and is skipped if that goes the other way; a step below an early return waits until
 * that is skipped, and is skipped if it is taken. A fence waits for every step above it, and every
 * step below waits for the fence; in a branch this holds for the branch, and the body puts a fence
 * before and after its branches. A failing step drops and stops the steps below it, never those
 * above; when all have ended, the failure of the topmost one is the body's, and the others are
 * suppressed in it. Where a failure cancels all, the first one in time stops every other step and
 * is the body's. In a try block, a {@link Region}, all this holds for the block; the step that
 * closes it starts when each step in it has ended in whatever way, and decides.
 *
 * <p>States: being wired, until the generated method has added the last step; running; over, when
 * every step has ended. Exactly one call says that it is over. The lock is this object; it guards
 * all fields, and those of the steps that are marked so. No code outside this class runs under it.
 */
final class Steps {
  /** The position of the first step here; those above ended while the body was wired. */
  private final int first;

  /** Whether the first failure, in time, ends all. */
  private final boolean cancelAll;

  private List<Step<?>> steps = new ArrayList<>();
  private BodyShape.@Nullable Builder shape;
  private final List<Region.Failed> failures = new ArrayList<>(0);
  private @Nullable Step<?> fence;
  private int afterFence;

  /** For each open branch or block, the fence before it. */
  private final ArrayDeque<Fence> around = new ArrayDeque<>(0);

  /** Null if no try block has begun. */
  private @Nullable Regions regions;

  /**
   * The position of the topmost failing step, or -1 where one cancels all; what is below it isn't
   * started any more.
   */
  private int cutoff = Integer.MAX_VALUE;

  private int unended;
  private boolean wired;
  private boolean stopped;

  /**
   * Whether the cancelled run refused a step, so that there is no value though nobody stopped us.
   */
  private boolean refused;

  /** The nearest fence, and the position below it. */
  private record Fence(@Nullable Step<?> step, int after) {}

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
   * @param failures the failures, topmost first, or the first in time where that ends all
   * @param early whether there is no value though nothing failed, or the body was stopped
   * @param path the longest chain of executions
   */
  record End(
      List<Failure> failures, boolean early, @Nullable PathLink path) {}

  /**
   * @param shape gets what the steps wait for; null if that is known
   * @param cancelAll whether the first failure ends all
   */
  Steps(int first, BodyShape.@Nullable Builder shape, boolean cancelAll) {
    this.first = first;
    this.afterFence = first;
    this.shape = shape;
    this.cancelAll = cancelAll;
  }

  /** Adds the next step. None is launched before all are there. */
  synchronized void add(
      Step<?> step,
      @Nullable Object[] in,
      List<Step<?>> after,
      List<Guard> guards,
      boolean isFence) {
    steps.add(step);
    Region closes = regions == null ? null : regions.add(step);
    if (stopped || step.position > cutoff) {
      step.state = Step.State.ENDED;
      shape = null;
      return;
    }
    unended++;
    if (regions != null) {
      regions.entered(step);
    }
    if (closes != null) {
      close(step, closes);
    }
    for (Object argument : in) {
      if (argument instanceof Step<?> input && input.body == step.body) {
        waitFor(step, input, RunGraph.Reason.DATA);
      }
    }
    for (Step<?> other : after) {
      waitFor(step, other, RunGraph.Reason.AFTER);
    }
    for (Guard guard : guards) {
      guard(step, guard);
    }
    if (fence != null) {
      waitFor(step, fence, RunGraph.Reason.FENCE);
    }
    if (isFence) {
      for (Step<?> above : steps.subList(afterFence - first, step.position - first)) {
        waitFor(step, above, RunGraph.Reason.FENCE);
      }
      fence = step;
      afterFence = step.position + 1;
    }
    if (step.skipped) {
      step.state = Step.State.ENDED;
      unended--;
      if (regions != null) {
        regions.left(step, new ArrayList<>(0));
      }
    }
  }

  private void close(Step<?> step, Region block) {
    for (Step<?> within : steps.subList(block.first - first, step.position - first)) {
      link(step, within, RunGraph.Reason.BRANCH);
    }
    if (block.unended > 0) {
      step.waiting().waits++;
    }
  }

  /** Adds a step that is under way already; false if it is to be stopped. */
  synchronized boolean addRunning(Step<?> step, Part part, boolean isFence) {
    steps.add(step);
    unended++;
    if (regions != null) {
      throw new IllegalStateException("nothing runs in a try block while that is wired");
    }
    step.underWay(part);
    if (isFence) {
      fence = step;
      afterFence = step.position + 1;
    }
    return !stopped;
  }

  /** Begins a try block, in which a fence holds only what stands in it. */
  synchronized Region tries() {
    begin();
    return regions().begin(first + steps.size(), null);
  }

  /** Ends the innermost try block: the step that is added next closes it, and decides. */
  synchronized void endTry() {
    endBranches();
    regions().end(true);
  }

  /**
   * Ends the innermost try block and begins that of its {@code finally}. The step that is added
   * next closes the one and is the first of the other, which knows what has failed.
   */
  synchronized Region finishes() {
    endBranches();
    begin();
    // A fence in the finally mustn't wait for the values of what has failed above that.
    afterFence = first + steps.size();
    return regions().endAndBegin(afterFence);
  }

  /** The failure that a catch has taken, by its exception; null if none has. */
  synchronized @Nullable Failure caught(Object exception) {
    return regions == null ? null : regions.caught(exception);
  }

  private Regions regions() {
    if (regions == null) {
      int next = first + steps.size();
      regions = new Regions(next, cancelAll);
      if (shape != null) {
        shape.spills(next);
      }
    }
    return regions;
  }

  /**
   * Begins a branch. A fence in it holds only what stands in it, too: if the branch isn't taken,
   * the fence is skipped, and waits for nothing.
   */
  synchronized void begin() {
    around.push(new Fence(fence, afterFence));
  }

  /** Begins the other branch. */
  synchronized void otherwise() {
    leave(around.element());
  }

  /** Ends the branches. */
  synchronized void endBranches() {
    leave(around.pop());
  }

  private void leave(Fence before) {
    fence = before.step();
    afterFence = before.after();
  }

  private void waitFor(Step<?> step, Step<?> input, RunGraph.Reason reason) {
    link(step, input, reason);
    if (input.state == Step.State.ENDED) {
      step.waiting().base = PathLink.longer(step.waiting().base, input.path);
    } else {
      input.waiting().addDependent(step);
      step.waiting().waits++;
    }
  }

  private void guard(Step<?> step, Guard guard) {
    Step<?> on = guard.on();
    link(step, on, RunGraph.Reason.BRANCH);
    if (on.state == Step.State.ENDED) {
      step.waiting().base = PathLink.longer(step.waiting().base, on.path);
      if (!guard.way().matches(on.skipped, on.value())) {
        step.skipped = true;
        step.path = on.path;
      }
      return;
    }
    Step.Waiting before = on.waiting();
    if (before.guarded.isEmpty()) {
      before.guarded = new ArrayList<>(2);
    }
    before.guarded.add(new Step.Guarded(step, guard.way()));
    step.waiting().waits++;
  }

  private void link(Step<?> step, Step<?> input, RunGraph.Reason reason) {
    if (shape != null && input.position >= 0) {
      shape.add(step.position, input.position, reason);
    }
  }

  /** What the steps wait for, as far as it was collected; null if it wasn't, or not to the end. */
  synchronized @Nullable BodyShape shape() {
    return shape == null ? null : shape.build(first + steps.size());
  }

  /** Says that all steps are added, or why not; returns what is to be launched. */
  synchronized Change wired(@Nullable Failure broken) {
    if (broken != null) {
      failures.add(new Region.Failed(first + steps.size(), broken));
      shape = null;
    }
    wired = true;
    List<Step<?>> ready = new ArrayList<>();
    for (Step<?> step : steps) {
      if (step.state == Step.State.WAITING && step.waiting().waits == 0) {
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
    List<Step<?>> running = drop(-1, Integer.MAX_VALUE);
    // All that was left may have waited for a step that the cancelled run refused to start.
    return new Change(running, wired && open && unended == 0);
  }

  /** Notes a failure and drops what waits below it; returns what is to be stopped. */
  synchronized List<Step<?>> failing(Step<?> step, Failure failure) {
    failed(step, failure);
    Region block = regions == null ? null : regions.around(step);
    if (step.position > (block == null ? cutoff : block.cutoff)) {
      return List.of();
    }
    List<Step<?>> running;
    if (block == null) {
      cutoff = cancelAll ? -1 : step.position;
      running = drop(cutoff, Integer.MAX_VALUE);
    } else {
      block.cutoff = cancelAll ? block.first - 1 : step.position;
      running = drop(block.cutoff, block.end);
    }
    running.remove(step);
    return running;
  }

  private void failed(Step<?> step, Failure failure) {
    Region block = regions == null ? null : regions.around(step);
    if (block == null) {
      failures.add(new Region.Failed(step.position, failure));
    } else {
      block.failed(step, failure);
    }
  }

  /** Whether a step has failed, other than in a try block that may catch it. */
  synchronized boolean hasFailed() {
    return !failures.isEmpty();
  }

  /** Ends the waiting steps between two positions and returns the started ones. */
  private List<Step<?>> drop(int above, int below) {
    List<Step<?>> running = new ArrayList<>(0);
    int from = Math.min(Math.max(above + 1 - first, 0), steps.size());
    int to = Math.max(Math.min(below - first, steps.size()), from);
    List<Step<?>> dropped = new ArrayList<>(0);
    for (Step<?> step : steps.subList(from, to)) {
      if (step.state == Step.State.WAITING) {
        step.state = Step.State.ENDED;
        unended--;
        if (regions != null) {
          dropped.add(step);
        }
      } else if (step.state == Step.State.STARTED) {
        running.add(step);
      }
    }
    if (regions != null) {
      // What closes a block with nothing left in it is dropped as well.
      List<Step<?>> closing = new ArrayList<>(0);
      for (Step<?> step : dropped) {
        regions.left(step, closing);
      }
      if (!closing.isEmpty()) {
        throw new IllegalStateException("a block has ended by what was dropped in it");
      }
    }
    return running;
  }

  /** Notes the end of a started step; returns what is to be launched. */
  synchronized Change ended(Step<?> step, Outcome outcome) {
    step.state = Step.State.ENDED;
    unended--;
    if (outcome.failure() != null && outcome.stopped()) {
      failed(step, outcome.failure());
    }
    List<Step<?>> ready = new ArrayList<>(0);
    Regions blocks = regions;
    if (outcome.stopped() && step.position <= cutoff && (blocks == null || blocks.holds(step))) {
      refused |= outcome.failure() == null;
    }
    if (blocks != null) {
      Region closed = blocks.closedBy(step);
      if (closed != null) {
        decided(closed, outcome, ready);
      }
    }
    if (outcome.isValue()) {
      tell(step, outcome.value(), ready);
    }
    if (blocks != null) {
      blocks.left(step, ready);
    }
    return new Change(ready, wired && unended == 0);
  }

  /**
   * Notes what has come of a block. If a catch runs, for those outside the steps of the block count
   * as skipped, also those that ended with a value.
   */
  private void decided(Region block, Outcome outcome, List<Step<?>> ready) {
    block.decided = true;
    if (!outcome.isValue() || !block.isCaught()) {
      return;
    }
    for (Step<?> step : steps.subList(block.first - first, block.end - first)) {
      step.skipped = true;
      if (!step.told) {
        tell(step, null, ready);
      }
    }
  }

  /**
   * Tells those that wait for a step that it has ended with a value, and skips what it excludes.
   */
  private void tell(Step<?> ended, @Nullable Object value, List<Step<?>> ready) {
    ArrayDeque<Step<?>> skipped = new ArrayDeque<>(0);
    for (Step<?> step = ended; step != null; step = skipped.poll()) {
      step.told = true;
      for (Step.Guarded guarded : step.waiting().guarded) {
        if (guarded.way().matches(step.skipped, value)) {
          tell(ended, step, guarded.step(), ready);
        } else if (guarded.step().state == Step.State.WAITING) {
          guarded.step().state = Step.State.ENDED;
          guarded.step().skipped = true;
          guarded.step().path = step.path;
          unended--;
          skipped.add(guarded.step());
          if (regions != null) {
            regions.left(guarded.step(), ready);
          }
        }
      }
      for (Step<?> dependent : step.waiting().dependents) {
        tell(ended, step, dependent, ready);
      }
    }
  }

  /** @param cause what has ended; the same as the input unless that is skipped by its end */
  private static void tell(Step<?> cause, Step<?> input, Step<?> waiting, List<Step<?>> ready) {
    Step.Waiting own = waiting.waiting();
    own.base = PathLink.longer(own.base, input.path);
    if (--own.waits == 0 && waiting.state == Step.State.WAITING) {
      own.lastInput = cause.site();
      waiting.state = Step.State.STARTED;
      ready.add(waiting);
    }
  }

  /** Tells how all ended, and forgets the steps. */
  synchronized End end() {
    List<Failure> inOrder = List.of();
    if (regions != null || !failures.isEmpty()) {
      List<Region> blocks = regions == null ? List.of() : regions.outer();
      inOrder = Region.inOrder(failures, blocks, cancelAll);
    }
    PathLink path = null;
    for (Step<?> step : steps) {
      path = PathLink.longer(path, step.path);
    }
    boolean early = stopped || (refused && failures.isEmpty());
    steps = List.of();
    return new End(inOrder, early, path);
  }
}
