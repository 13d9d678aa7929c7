package dev.makespan;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two stages write their values into an array; who is last reads both. */
@JCStressTest
@State
@Outcome(
    id = {"3, 0", "0, 3"},
    expect = Expect.ACCEPTABLE,
    desc = "One of them is the last, and sees both")
@Outcome(expect = Expect.FORBIDDEN, desc = "None or both are the last, or a value isn't seen")
public class GatheredValues {
  private final Gathering<Integer> gathering = new Gathering<>(2);

  @Actor
  public void first(II_Result result) {
    result.r1 = add(0, 1);
  }

  @Actor
  public void second(II_Result result) {
    result.r2 = add(1, 2);
  }

  private int add(int index, int value) {
    if (!gathering.add(index, value, null)) {
      return 0;
    }
    int sum = 0;
    for (Integer each : gathering.values()) {
      sum += each == null ? 0 : each;
    }
    return sum;
  }
}
