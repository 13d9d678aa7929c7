package dev.makespan.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A call is stopped while it is submitted: the engine is told, once or twice. */
@JCStressTest
@State
@Outcome(
    id = {"1", "2"},
    expect = Expect.ACCEPTABLE,
    desc = "The engine is told")
@Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "The stop is lost")
public class StopAndSubmit {
  private final Turn turn = new Turn(null, null, false, null);
  private final AtomicInteger stops = new AtomicInteger();

  @Actor
  public void stops() {
    turn.stop();
  }

  @Actor
  public void submits() {
    turn.submitted(stops::incrementAndGet);
  }

  @Arbiter
  public void count(I_Result result) {
    result.r1 = stops.get();
  }
}
