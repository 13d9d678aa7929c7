package dev.makespan.support;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * What {@link ClaimAndCutoff} would be with fields that aren't volatile: it must be seen to break
 * on this machine, or the others show nothing.
 */
@JCStressTest
@State
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Breaks, as it must")
@Outcome(expect = Expect.ACCEPTABLE, desc = "Holds by chance")
public class PlainCutoffCanary {
  private int taken = -1;
  private int cutoff = Integer.MAX_VALUE;

  @Actor
  public void takes(ZZ_Result result) {
    taken = 1;
    result.r1 = 1 <= cutoff;
  }

  @Actor
  public void fails(ZZ_Result result) {
    cutoff = 0;
    result.r2 = taken > 0;
  }
}
