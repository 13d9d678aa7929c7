package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What try blocks make of the steps of a body, asked on one thread. */
class TryStepsTest {
  private static final Outcome STOPPED = new Outcome(null, null, true, null);

  private final Failure one = new Failure(new IllegalStateException("one"));
  private final Failure other = new Failure(new IllegalArgumentException("other"));
  private final CallSite site =
      CallSite.root(new UncalledMethods().task("w"), RunGraph.Kind.WORKFLOW);
  private Steps steps = new Steps(0, null, false);
  private int count;

  private Step<Object> add(Object... inputs) {
    return add(List.of(), inputs);
  }

  private Step<Object> add(List<Guard> guards, Object... inputs) {
    CallSite own = site.step(count, "step" + count, RunGraph.Kind.TASK, 1);
    Step<Object> step = new Step<>(null, count++, own, null);
    steps.add(step, inputs, List.of(), guards, false);
    return step;
  }

  private Step<Object> close() {
    steps.endTry();
    return add();
  }

  private List<Step<?>> end(Step<?> step, Object value) {
    return steps.ended(step, new Outcome(value, null, false, null)).steps();
  }

  private List<Step<?>> fail(Step<?> step, Failure failure) {
    List<Step<?>> stopped = steps.failing(step, failure);
    assertEquals(
        List.of(), steps.ended(step, new Outcome(null, failure, false, null)).steps());
    return stopped;
  }

  /** Ends a closing step as its decision says. */
  private List<Step<?>> decide(Region block, Step<?> closing) {
    Region.Decision decision = block.decide();
    if (decision.failure() != null) {
      steps.failing(closing, decision.failure());
    }
    return steps
        .ended(closing, new Outcome(decision.value(), decision.failure(), false, null))
        .steps();
  }

  private static void assertSuppressed(Failure in, Failure... others) {
    Throwable[] thrown = new Throwable[others.length];
    for (int i = 0; i < others.length; i++) {
      thrown[i] = others[i].thrown();
    }
    assertArrayEquals(thrown, in.thrown().getSuppressed());
  }

  @Test
  void aCatchStartsWhenAllOfTheBlockHasEnded() {
    Region block = steps.tries();
    Step<Object> a = add();
    Step<Object> b = add();
    Step<Object> c = add(b);
    Step<Object> closing = close();
    assertEquals(0, block.catches(new Class<?>[] {IllegalStateException.class}));
    Step<Object> caught = add(List.of(new Guard(closing, Guard.Way.option(0))));
    Step<Object> below = add();
    assertEquals(List.of(a, b, below), steps.wired(null).steps());

    assertEquals(List.of(b), steps.failing(a, one), "what is below the try goes on");
    assertEquals(List.of(), steps.ended(a, new Outcome(null, one, false, null)).steps());
    assertEquals(Step.State.ENDED, c.state);
    assertEquals(List.of(closing), steps.ended(b, STOPPED).steps());
    assertEquals(List.of(caught), decide(block, closing));
    assertFalse(steps.hasFailed());
    assertTrue(a.skipped && b.skipped && c.skipped);
    end(below, 1);
    assertTrue(steps.ended(caught, new Outcome(1, null, false, null)).over());
    assertEquals(List.of(), steps.end().failures());
    assertFalse(steps.end().early(), "what we stopped in the block doesn't count");
  }

  @Test
  void whatABlockAssignedBeforeItFailedIsSkippedInTheMerge() {
    Region block = steps.tries();
    Step<Object> x = add();
    Step<Object> y = add();
    Step<Object> closing = close();
    block.catches(new Class<?>[] {Exception.class});
    Step<Object> caught = add(List.of(new Guard(closing, Guard.Way.option(0))));
    Step<Object> merge = add(x, caught);
    steps.wired(null);
    assertEquals(List.of(), end(x, 7));
    fail2(y, one, closing);

    assertEquals(List.of(caught), decide(block, closing));
    assertTrue(x.skipped);
    assertEquals(List.of(merge), end(caught, 8));
  }

  private void fail2(Step<?> step, Failure failure, Step<?> closing) {
    steps.failing(step, failure);
    assertEquals(
        List.of(closing),
        steps.ended(step, new Outcome(null, failure, false, null)).steps());
  }

  @Test
  void aMergeWaitsForNoCatchThatIsNotAsked() {
    Region block = steps.tries();
    Step<Object> x = add();
    Step<Object> closing = close();
    block.catches(new Class<?>[] {Exception.class});
    Step<Object> caught = add(List.of(new Guard(closing, Guard.Way.option(0))));
    Step<Object> merge = add(x, caught);
    steps.wired(null);

    assertEquals(List.of(closing), end(x, 7));
    assertEquals(List.of(merge), decide(block, closing));
    assertTrue(caught.skipped);
    assertFalse(x.skipped);
  }

  @Test
  void theTopmostFailureIsAskedForAndKeepsTheOthers() {
    Region block = steps.tries();
    Step<Object> a = add();
    Step<Object> b = add();
    Step<Object> closing = close();
    block.catches(new Class<?>[] {IllegalArgumentException.class});
    block.catches(new Class<?>[] {Error.class, IllegalStateException.class});
    steps.wired(null);
    steps.failing(b, other);
    steps.ended(b, new Outcome(null, other, false, null));
    fail2(a, one, closing);

    assertEquals(1, block.decide().value());
    assertSame(one, block.caught());
    assertSuppressed(one, other);
  }

  @Test
  void whereNoCatchFitsTheBlockFailsInItsPlace() {
    Region block = steps.tries();
    Step<Object> a = add();
    Step<Object> closing = close();
    block.catches(new Class<?>[] {Error.class});
    Step<Object> below = add();
    steps.wired(null);
    fail2(a, one, closing);

    Region.Decision decision = block.decide();
    assertSame(one, decision.failure());
    assertEquals(List.of(below), steps.failing(closing, one));
    steps.ended(closing, new Outcome(null, one, false, null));
    assertTrue(steps.ended(below, STOPPED).over());
    assertEquals(List.of(one), steps.end().failures());
  }

  @Test
  void aFailureAboveDropsTheWholeTry() {
    Step<Object> above = add();
    Region block = steps.tries();
    Step<Object> a = add();
    Step<Object> b = add(above);
    Step<Object> closing = close();
    block.catches(new Class<?>[] {Exception.class});
    Step<Object> caught = add(List.of(new Guard(closing, Guard.Way.option(0))));
    steps.wired(null);
    steps.failing(a, other);
    assertEquals(List.of(a), steps.failing(above, one));
    steps.ended(above, new Outcome(null, one, false, null));

    assertTrue(steps.ended(a, new Outcome(null, other, false, null)).over());
    assertEquals(Step.State.ENDED, b.state);
    assertEquals(Step.State.ENDED, caught.state);
    assertEquals(List.of(one, other), steps.end().failures(), "none is lost");
  }

  @Test
  void aCancelledRunAsksNoCatch() {
    steps.tries();
    Step<Object> a = add();
    Step<Object> closing = close();
    steps.wired(null);

    assertEquals(List.of(), steps.ended(a, STOPPED).steps());
    assertEquals(Step.State.WAITING, closing.state);
    assertTrue(steps.stop().over());
    assertTrue(steps.end().early());
  }

  @Test
  void aFinallyRunsOnceAndThenTheFailureGoesOn() {
    steps.tries();
    Step<Object> a = add();
    Region last = steps.finishes();
    Step<Object> begin = add();
    Step<Object> b = add(List.of(new Guard(begin, Guard.Way.REACHED)));
    Step<Object> closing = close();
    steps.wired(null);
    fail2(a, one, begin);
    assertEquals(List.of(b), end(begin, null));
    assertFalse(steps.hasFailed());
    assertEquals(List.of(closing), end(b, 1));

    assertSame(one, last.decide().failure());
  }

  @Test
  void theFailureOfAFinallyWinsAndKeepsTheOther() {
    steps.tries();
    Step<Object> a = add();
    Region last = steps.finishes();
    Step<Object> begin = add();
    Step<Object> b = add(List.of(new Guard(begin, Guard.Way.REACHED)));
    Step<Object> closing = close();
    steps.wired(null);
    fail2(a, one, begin);
    end(begin, null);
    fail2(b, other, closing);

    assertSame(other, last.decide().failure());
    assertSuppressed(other, one);
  }

  @Test
  void aFenceInAFinallyDoesNotWaitForTheValueOfWhatFailed() {
    steps.tries();
    Step<Object> a = add();
    steps.finishes();
    Step<Object> begin = add();
    CallSite own = site.step(count, "fence", RunGraph.Kind.TASK, 1);
    Step<Object> fence = new Step<>(null, count++, own, null);
    List<Guard> guards = List.of(new Guard(begin, Guard.Way.REACHED));
    steps.add(fence, new Object[0], List.of(), guards, true);
    close();
    steps.wired(null);
    fail2(a, one, begin);

    assertEquals(List.of(fence), end(begin, null));
  }

  @Test
  void anEarlyReturnOfAFailedBlockIsNotTaken() {
    Region block = steps.tries();
    Step<Object> exit = add();
    Step<Object> a = add();
    block.exits(List.of(new Guard(exit, Guard.Way.SKIPPED)));
    Step<Object> closing = close();
    block.catches(new Class<?>[] {Exception.class});
    Step<Object> below = add(List.of(new Guard(closing, Guard.Way.PASSED)));
    steps.wired(null);
    end(exit, null);
    fail2(a, one, closing);

    assertEquals(List.of(below), decide(block, closing));
    assertTrue(exit.skipped);
  }

  @Test
  void nothingBelowABlockRunsThatHasReturned() {
    Region block = steps.tries();
    Step<Object> exit = add();
    block.exits(List.of(new Guard(exit, Guard.Way.SKIPPED)));
    Step<Object> closing = close();
    Step<Object> below = add(List.of(new Guard(closing, Guard.Way.PASSED)));
    steps.wired(null);
    assertEquals(List.of(closing), end(exit, null));

    assertEquals(List.of(), decide(block, closing));
    assertTrue(below.skipped);
  }

  @Test
  void whereAFailureCancelsAllItEndsItsBlockOnly() {
    steps = new Steps(0, null, true);
    Step<Object> above = add();
    Region block = steps.tries();
    Step<Object> a = add();
    Step<Object> b = add();
    close();
    block.catches(new Class<?>[] {Exception.class});
    steps.wired(null);

    assertEquals(List.of(a), steps.failing(b, one));
    assertEquals(Step.State.STARTED, above.state);
  }

  @Test
  void anOuterCatchTakesWhatNoInnerOneDoes() {
    Region outer = steps.tries();
    Region inner = steps.tries();
    Step<Object> a = add();
    Step<Object> closing = close();
    inner.catches(new Class<?>[] {Error.class});
    Step<Object> end = close();
    outer.catches(new Class<?>[] {IllegalStateException.class});
    Step<Object> caught = add(List.of(new Guard(end, Guard.Way.option(0))));
    steps.wired(null);
    fail2(a, one, closing);

    steps.failing(closing, inner.decide().failure());
    assertEquals(
        List.of(end), steps.ended(closing, new Outcome(null, one, false, null)).steps());
    assertEquals(List.of(caught), decide(outer, end));
    assertSuppressed(one);
  }
}
