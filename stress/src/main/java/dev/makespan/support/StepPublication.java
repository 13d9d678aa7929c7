package dev.makespan.support;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two steps write what they found, and end; who ends last reads both, for the step that waits for
 * them.
 */
@JCStressTest
@State
@org.openjdk.jcstress.annotations.Outcome(
    id = {"2, 0", "0, 2"},
    expect = Expect.ACCEPTABLE,
    desc = "One of them starts the step, and sees both")
@org.openjdk.jcstress.annotations.Outcome(
    expect = Expect.FORBIDDEN,
    desc = "The step starts twice or never, or doesn't see both")
public class StepPublication {
  private static final dev.makespan.support.Outcome VALUE =
      new dev.makespan.support.Outcome(1, null, false, null);

  private final Steps steps = new Steps(0, null, false);
  private final Step<Object> a = new Step<>(null, 0, null, null);
  private final Step<Object> b = new Step<>(null, 1, null, null);

  public StepPublication() {
    Step<Object> both = new Step<>(null, 2, null, null);
    steps.add(a, new Object[0], List.of(), List.of(), false);
    steps.add(b, new Object[0], List.of(), List.of(), false);
    steps.add(both, new Object[] {a, b}, List.of(), List.of(), false);
    steps.wired(null);
  }

  @Actor
  public void first(II_Result result) {
    result.r1 = end(a);
  }

  @Actor
  public void second(II_Result result) {
    result.r2 = end(b);
  }

  private int end(Step<Object> step) {
    // As the value, it is written before the step ends and read after it.
    step.path = PathLink.after(null, LaneStates.SITE, 1);
    boolean starts = !steps.ended(step, VALUE).steps().isEmpty();
    return starts ? seen(a) + seen(b) : 0;
  }

  private static int seen(Step<Object> step) {
    return step.path == null ? 0 : 1;
  }
}
