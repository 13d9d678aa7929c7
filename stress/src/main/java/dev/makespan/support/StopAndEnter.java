package dev.makespan.support;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A turn is stopped while it enters a method; who sees that sees what was written before. */
@JCStressTest
@State
@Outcome(id = "true, 0", expect = Expect.ACCEPTABLE, desc = "Enters before")
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "Enters between")
@Outcome(id = "false, 1", expect = Expect.ACCEPTABLE, desc = "Is stopped, and sees the reason")
@Outcome(id = "false, 0", expect = Expect.FORBIDDEN, desc = "Is stopped, and sees no reason")
public class StopAndEnter {
  private final Turn turn = LaneStates.turn();
  private int reason;

  @Actor
  public void stops() {
    reason = 1;
    turn.stop();
  }

  @Actor
  public void enters(ZI_Result result) {
    result.r1 = turn.enter(LaneStates.SITE, true);
    result.r2 = reason;
  }
}
