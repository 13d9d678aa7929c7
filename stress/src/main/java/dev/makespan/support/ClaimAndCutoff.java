package dev.makespan.support;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A lane takes an element and looks whether it may go on; an earlier element fails meanwhile. */
@JCStressTest
@State
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Goes on and is stopped")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "Sees it and is stopped")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "Sees it")
@Outcome(id = "true, false", expect = Expect.FORBIDDEN, desc = "Goes on and isn't stopped")
public class ClaimAndCutoff {
  private static final Failure FAILURE = new Failure(new IllegalStateException());

  private final MapFrame map = LaneStates.map();
  private final MapLane failing = LaneStates.lane(map);
  private final MapLane lane = LaneStates.lane(map);

  public ClaimAndCutoff() {
    map.schedule().claim(failing, 1);
    failing.next();
    map.schedule().claim(lane, 1);
  }

  @Actor
  public void takes(ZZ_Result result) {
    result.r1 = lane.next() <= map.schedule().cutoff();
  }

  @Actor
  public void fails(ZZ_Result result) {
    map.failed(0, FAILURE, false);
    result.r2 = lane.turn().isStopped();
  }
}
