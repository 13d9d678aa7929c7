package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which steps of a body may run, asked on one thread. */
class StepsTest {
  private static final Outcome STOPPED = new Outcome(null, null, true, null);

  private final Failure one = new Failure(new IllegalStateException("one"));
  private final Failure other = new Failure(new IllegalStateException("other"));
  private final CallSite site =
      CallSite.root(new UncalledMethods().task("w"), RunGraph.Kind.WORKFLOW);
  private final BodyShape.Builder shape = new BodyShape.Builder();
  private int count;

  private Step<Object> step() {
    CallSite own = site.step(count, "step" + count, RunGraph.Kind.TASK, 1);
    return new Step<>(null, count++, own, null);
  }

  private static Steps steps() {
    return new Steps(0, null, false);
  }

  /** Adds a step that waits for the values of others. */
  private Step<Object> add(Steps steps, Step<?>... inputs) {
    Step<Object> step = step();
    steps.add(step, inputs, List.of(), List.of(), false);
    return step;
  }

  private Step<Object> addFence(Steps steps) {
    Step<Object> step = step();
    steps.add(step, new Object[0], List.of(), List.of(), true);
    return step;
  }

  private Step<Object> addGuarded(Steps steps, Guard... guards) {
    Step<Object> step = step();
    steps.add(step, new Object[0], List.of(), List.of(guards), false);
    return step;
  }

  /** A step that has taken so long, after a chain of others. */
  private PathLink path(long nanos) {
    return PathLink.after(null, site, nanos);
  }

  private static Outcome value(Object value) {
    return new Outcome(value, null, false, null);
  }

  private static Steps.Change end(Steps steps, Step<?> step, Object value) {
    return steps.ended(step, value(value));
  }

  private static Steps.Change change(boolean over, Step<?>... steps) {
    return new Steps.Change(List.of(steps), over);
  }

  @Test
  void isOverAtOnceWithoutSteps() {
    assertEquals(change(true), steps().wired(null));
  }

  @Test
  void startsWhatWaitsForNothingWhenAllIsWired() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> b = add(steps);
    add(steps, a, b);

    assertEquals(change(false, a, b), steps.wired(null));
    assertEquals(Step.State.STARTED, a.state);
  }

  @Test
  void startsAStepWhenTheLastOfItsInputsHasEnded() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> b = add(steps);
    Step<Object> both = add(steps, a, b);
    steps.wired(null);

    assertEquals(change(false), end(steps, b, 1));
    assertEquals(change(false, both), end(steps, a, 1));
    assertSame(a.site(), both.waiting().lastInput);
    assertEquals(Step.State.STARTED, both.state);
    assertEquals(change(true), end(steps, both, 1));
    assertEquals(Step.State.ENDED, both.state);
  }

  @Test
  void waitsForTheEndOfAStepWhoseValueItDoesNotUse() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> after = step();
    steps.add(after, new Object[] {"a plain argument"}, List.of(a), List.of(), false);

    assertEquals(change(false, a), steps.wired(null));
    assertEquals(change(false, after), end(steps, a, 1));
  }

  @Test
  void doesNotWaitForWhatHasEndedButKnowsHowLongThatTook() {
    Steps steps = new Steps(1, null, false);
    PathLink taken = path(7);
    Step<Object> ended = Step.ended(null, count++, 1, taken);
    Step<Object> next = add(steps, ended);

    assertEquals(change(false, next), steps.wired(null));
    assertSame(taken, next.base());
    assertNull(next.waiting().lastInput);
  }

  @Test
  void aStepComesAfterTheLongestChainAmongItsInputs() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> b = add(steps);
    Step<Object> both = add(steps, a, b);
    steps.wired(null);
    b.path = path(9);
    end(steps, b, 1);
    a.path = path(3);
    end(steps, a, 1);

    assertSame(b.path, both.base());
  }

  @Test
  void theLongestChainOfAllIsThatOfTheBody() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> b = add(steps);
    add(steps);
    steps.wired(null);
    a.path = path(3);
    b.path = path(9);

    assertSame(b.path, steps.end().path());
    assertNull(steps.end().path(), "the steps are forgotten");
  }

  @Test
  void aFenceWaitsForAllAboveAndHoldsAllBelow() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> b = add(steps);
    Step<Object> fence = addFence(steps);
    Step<Object> below = add(steps);

    assertEquals(change(false, a, b), steps.wired(null));
    assertEquals(change(false), end(steps, a, 1));
    assertEquals(change(false, fence), end(steps, b, 1));
    assertEquals(change(false, below), end(steps, fence, 1));
  }

  @Test
  void aFenceWaitsOnceForEachStepSinceTheFenceAbove() {
    Steps steps = new Steps(0, shape, false);
    Step<Object> a = add(steps);
    Step<Object> fence = addFence(steps);
    Step<Object> b = add(steps);
    Step<Object> next = addFence(steps);
    steps.wired(null);

    assertEquals(
        List.of(
            new BodyShape.Link(fence.position, a.position, RunGraph.Reason.FENCE),
            new BodyShape.Link(b.position, fence.position, RunGraph.Reason.FENCE),
            new BodyShape.Link(next.position, fence.position, RunGraph.Reason.FENCE),
            new BodyShape.Link(next.position, b.position, RunGraph.Reason.FENCE)),
        steps.shape().links());
  }

  @Test
  void aFenceBelowAStretchWaitsForWhatIsHereOnly() {
    count = 2;
    Steps steps = new Steps(2, null, false);
    Step<Object> a = add(steps);
    Step<Object> fence = addFence(steps);
    Step<Object> b = add(steps);
    Step<Object> next = addFence(steps);
    steps.wired(null);

    assertEquals(change(false, fence), end(steps, a, 1));
    assertEquals(change(false, b), end(steps, fence, 1));
    assertEquals(change(false, next), end(steps, b, 1));
  }

  @Test
  void aFenceThatIsUnderWayHoldsAllBelow() {
    count = 3;
    Steps steps = new Steps(3, null, false);
    Step<Object> fence = step();
    assertTrue(steps.addRunning(fence, new NoPart(), true));
    Step<Object> below = add(steps);
    Step<Object> next = addFence(steps);

    assertEquals(Step.State.STARTED, fence.state);
    assertEquals(change(false), steps.wired(null));
    assertEquals(change(false, below), end(steps, fence, 1));
    assertEquals(change(false, next), end(steps, below, 1));
    assertEquals(change(true), end(steps, next, 1));
  }

  @Test
  void aFenceInABranchHoldsThatBranchOnly() {
    Steps steps = steps();
    Step<Object> decision = add(steps);
    steps.begin();
    Step<Object> fence = addFence(steps);
    Step<Object> held = add(steps);
    steps.otherwise();
    Step<Object> other = add(steps);
    steps.endBranches();
    Step<Object> below = add(steps);
    Step<Object> last = addFence(steps);

    assertEquals(change(false, decision, other, below), steps.wired(null));
    assertEquals(change(false, fence), end(steps, decision, true));
    assertEquals(change(false, held), end(steps, fence, 1));
    end(steps, other, 1);
    end(steps, below, 1);
    assertEquals(change(false, last), end(steps, held, 1));
  }

  @Test
  void aFenceInTheOtherBranchHoldsThatBranchOnly() {
    Steps steps = steps();
    Step<Object> decision = add(steps);
    steps.begin();
    steps.otherwise();
    Step<Object> fence = addFence(steps);
    Step<Object> held = add(steps);
    steps.endBranches();
    Step<Object> below = add(steps);

    assertEquals(change(false, decision, below), steps.wired(null));
    assertEquals(change(false, fence), end(steps, decision, false));
    assertEquals(change(false, held), end(steps, fence, 1));
  }

  @Test
  void aDecisionStartsOneBranchAndSkipsTheOtherWithAllBelow() {
    Steps steps = steps();
    Step<Object> decision = add(steps);
    Step<Object> yes = addGuarded(steps, new Guard(decision, Guard.Way.TRUE));
    Step<Object> no = addGuarded(steps, new Guard(decision, Guard.Way.FALSE));
    Step<Object> inNo = addGuarded(steps, new Guard(no, Guard.Way.REACHED));
    Step<Object> after = add(steps, yes, no);
    assertEquals(change(false, decision), steps.wired(null));
    decision.path = path(5);

    assertEquals(change(false, yes), end(steps, decision, true));
    assertSame(decision.site(), yes.waiting().lastInput);
    assertTrue(no.skipped);
    assertEquals(Step.State.ENDED, no.state);
    assertSame(decision.path, no.path);
    assertTrue(inNo.skipped);
    assertFalse(yes.skipped);
    assertEquals(change(false, after), end(steps, yes, 1));
    assertEquals(change(true), end(steps, after, 1));
  }

  @Test
  void whatWaitsForASkippedStepIsStartedByWhatSkipsIt() {
    Steps steps = steps();
    Step<Object> decision = add(steps);
    Step<Object> no = addGuarded(steps, new Guard(decision, Guard.Way.FALSE));
    Step<Object> after = add(steps, no);
    Step<Object> instead = addGuarded(steps, new Guard(no, Guard.Way.SKIPPED));
    steps.wired(null);

    assertEquals(change(false, instead, after), end(steps, decision, true));
    assertSame(decision.site(), after.waiting().lastInput);
  }

  @Test
  void isOverWhenTheLastDecisionSkipsAllThatIsLeft() {
    Steps steps = steps();
    Step<Object> decision = add(steps);
    addGuarded(steps, new Guard(decision, Guard.Way.FALSE));
    steps.wired(null);

    assertEquals(change(true), end(steps, decision, true));
  }

  @Test
  void aBranchOfADecisionThatIsKnownIsSkippedOrStartsAtOnce() {
    Steps steps = new Steps(1, null, false);
    PathLink taken = path(7);
    Step<Object> decision = Step.ended(null, count++, true, taken);
    Step<Object> yes = addGuarded(steps, new Guard(decision, Guard.Way.TRUE));
    Step<Object> no = addGuarded(steps, new Guard(decision, Guard.Way.FALSE));

    assertEquals(change(false, yes), steps.wired(null));
    assertSame(taken, yes.base());
    assertFalse(yes.skipped);
    assertTrue(no.skipped);
    assertEquals(Step.State.ENDED, no.state);
    assertSame(taken, no.path);
    assertEquals(change(true), end(steps, yes, 1));
  }

  @Test
  void skipsAStepOfWhichAnotherGuardIsOpen() {
    Steps steps = steps();
    Step<Object> decision = add(steps);
    Step<Object> exit = add(steps);
    Step<Object> guarded =
        addGuarded(steps, new Guard(decision, Guard.Way.TRUE), new Guard(exit, Guard.Way.FALSE));
    steps.wired(null);

    assertEquals(change(false), end(steps, decision, false));
    assertTrue(guarded.skipped);
    // It neither starts nor is skipped again.
    assertEquals(change(true), end(steps, exit, true));
    assertEquals(Step.State.ENDED, guarded.state);
  }

  @Test
  void dropsWhatWaitsBelowAFailureAndStopsWhatRuns() {
    Steps steps = steps();
    Step<Object> above = add(steps);
    Step<Object> failing = add(steps);
    Step<Object> running = add(steps);
    Step<Object> waiting = add(steps, above);
    steps.wired(null);

    assertFalse(steps.hasFailed());
    assertEquals(List.of(running), steps.failing(failing, one));
    assertTrue(steps.hasFailed());
    assertEquals(Step.State.STARTED, above.state);
    assertEquals(Step.State.ENDED, waiting.state);
    assertEquals(change(false), steps.ended(failing, failure(one)));
    assertEquals(change(false), end(steps, above, 1));
    assertEquals(change(true), steps.ended(running, STOPPED));
    assertEquals(List.of(one), steps.end().failures());
    assertFalse(steps.end().early());
  }

  @Test
  void dropsWhatWaitsBelowAFailureThatComesAfterAStretch() {
    count = 3;
    Steps steps = new Steps(3, null, false);
    Step<Object> above = add(steps);
    Step<Object> failing = add(steps);
    Step<Object> waiting = add(steps, above);
    steps.wired(null);

    assertEquals(List.of(), steps.failing(failing, one));
    assertEquals(Step.State.STARTED, above.state);
    assertEquals(Step.State.ENDED, waiting.state);
  }

  private static Outcome failure(Failure failure) {
    return new Outcome(null, failure, false, null);
  }

  @Test
  void tellsTheTopmostFailureFirst() {
    Steps steps = steps();
    Step<Object> above = add(steps);
    Step<Object> below = add(steps);
    add(steps);
    steps.wired(null);

    assertEquals(1, steps.failing(below, one).size());
    assertEquals(List.of(below), steps.failing(above, other).subList(0, 1));
    assertEquals(List.of(other, one), steps.end().failures());
  }

  @Test
  void aFailureBelowAnotherOneStopsNothingMore() {
    Steps steps = steps();
    Step<Object> above = add(steps);
    Step<Object> below = add(steps);
    add(steps);
    steps.wired(null);
    assertEquals(2, steps.failing(above, one).size());

    assertEquals(List.of(), steps.failing(below, other));
    assertEquals(List.of(one, other), steps.end().failures());
  }

  @Test
  void theFirstFailureStopsAllWhereItCancelsAll() {
    Steps steps = new Steps(0, null, true);
    Step<Object> above = add(steps);
    Step<Object> below = add(steps);
    Step<Object> waiting = add(steps, above);
    steps.wired(null);

    assertEquals(List.of(above), steps.failing(below, one));
    assertEquals(Step.State.ENDED, waiting.state);
    assertEquals(List.of(), steps.failing(above, other));
    steps.ended(above, failure(other));
    assertEquals(change(true), steps.ended(below, failure(one)));
    assertEquals(List.of(one, other), steps.end().failures());
  }

  @Test
  void doesNotWaitForWhatIsAddedBelowAFailure() {
    Steps steps = new Steps(0, shape, false);
    Step<Object> failing = step();
    assertTrue(steps.addRunning(failing, new NoPart(), false));
    steps.failing(failing, one);
    Step<Object> below = add(steps);

    assertEquals(Step.State.ENDED, below.state);
    assertNull(steps.shape());
    assertEquals(change(false), steps.wired(null));
    assertEquals(change(true), steps.ended(failing, failure(one)));
  }

  @Test
  void isOverAtOnceIfItIsStoppedBeforeAnythingStarts() {
    Steps steps = steps();
    assertEquals(change(false), steps.stop());
    Step<Object> running = step();
    assertFalse(steps.addRunning(running, new NoPart(), false));
    Step<Object> step = add(steps);

    assertEquals(Step.State.ENDED, step.state);
    assertEquals(change(false), steps.wired(null));
    assertEquals(change(true), steps.ended(running, STOPPED));
    assertTrue(steps.end().early());
  }

  @Test
  void isStoppedOnceAndOverWhenAllThatRunsHasEnded() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    Step<Object> b = add(steps, a);
    steps.wired(null);

    assertEquals(change(false, a), steps.stop());
    assertEquals(Step.State.ENDED, b.state);
    assertEquals(change(false, a), steps.stop());
    assertEquals(change(true), end(steps, a, 1));
    assertEquals(change(false), steps.stop());
    assertTrue(steps.end().early());
  }

  @Test
  void aStopIsTheEndOfWhatWaitsForARefusedStep() {
    Steps steps = steps();
    Step<Object> refused = add(steps);
    add(steps, refused);
    steps.wired(null);

    assertEquals(change(false), steps.ended(refused, STOPPED));
    assertEquals(change(true), steps.stop());
    assertEquals(change(false), steps.stop());
  }

  @Test
  void aStopThatComesAfterTheEndIsNotTheEndAgain() {
    Steps steps = steps();
    Step<Object> a = add(steps);
    steps.wired(null);
    assertEquals(change(true), end(steps, a, 1));

    assertEquals(change(false), steps.stop());
  }

  @Test
  void aStopIsNotTheEndBeforeAllIsWired() {
    Steps steps = steps();
    add(steps);

    assertEquals(change(false), steps.stop());
    assertEquals(change(true), steps.wired(null));
  }

  /** How all has ended where there is one step, which has ended so. */
  private Steps.End endAfter(Outcome outcome) {
    Steps steps = steps();
    Step<Object> step = add(steps);
    steps.wired(null);
    steps.ended(step, outcome);
    return steps.end();
  }

  @Test
  void hasNoValueIfAStepWasRefusedAndNoneHasFailed() {
    assertTrue(endAfter(STOPPED).early());
  }

  @Test
  void aStoppedStepThatFailsBesidesIsAFailure() {
    assertEquals(
        new Steps.End(List.of(one), false, null), endAfter(new Outcome(null, one, true, null)));
  }

  @Test
  void endsWithItsValueOtherwise() {
    assertEquals(new Steps.End(List.of(), false, null), endAfter(value(1)));
  }

  @Test
  void whatBreaksTheWiringComesBelowAllSteps() {
    count = 4;
    Steps steps = new Steps(4, shape, false);
    Step<Object> first = add(steps);
    Step<Object> last = add(steps);

    assertEquals(change(false, first, last), steps.wired(one));
    assertNull(steps.shape());
    steps.ended(first, value(1));
    steps.failing(last, other);
    assertEquals(List.of(other, one), steps.end().failures());
  }

  @Test
  void knowsWhatWaitsForWhatAndWhy() {
    Steps steps = new Steps(0, shape, false);
    Step<Object> a = add(steps);
    Step<Object> b = add(steps, a);
    Step<Object> c = step();
    steps.add(c, new Object[0], List.of(b), List.of(new Guard(a, Guard.Way.TRUE)), false);

    assertEquals(
        List.of(
            new BodyShape.Link(1, 0, RunGraph.Reason.DATA),
            new BodyShape.Link(2, 1, RunGraph.Reason.AFTER),
            new BodyShape.Link(2, 0, RunGraph.Reason.BRANCH)),
        steps.shape().links());
    assertEquals(3, steps.shape().size());
  }

  @Test
  void theShapeHoldsForWhatEndedAboveToo() {
    count = 2;
    Steps steps = new Steps(2, shape, false);
    add(steps, Step.ended(null, 0, 1, null));
    // A value that was no step of the body's.
    add(steps, Step.ended(null, -1, 1, null));

    assertEquals(4, steps.shape().size());
    assertEquals(
        List.of(new BodyShape.Link(2, 0, RunGraph.Reason.DATA)), steps.shape().links());
  }

  private static final class NoPart implements Part {
    @Override
    public void start() {
      throw new AssertionError("it has started");
    }

    @Override
    public List<Part> stopping() {
      return new ArrayList<>();
    }
  }
}
