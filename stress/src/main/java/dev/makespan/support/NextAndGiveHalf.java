package dev.makespan.support;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A lane executes its elements and puts one back, while another one steals. */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Each is executed once")
@Outcome(expect = Expect.FORBIDDEN, desc = "An element is lost, or executed twice")
public class NextAndGiveHalf {
  private final ElementBlock block = new ElementBlock();
  private final AtomicIntegerArray executed = new AtomicIntegerArray(2);

  public NextAndGiveHalf() {
    block.take(0, 2);
  }

  @Actor
  public void owner() {
    block.putBack(block.next());
    execute(block);
  }

  @Actor
  public void thief() {
    ElementBlock.Range stolen = block.giveHalf();
    if (stolen != null) {
      ElementBlock own = new ElementBlock();
      own.take(stolen.from(), stolen.to());
      execute(own);
    }
  }

  private void execute(ElementBlock from) {
    for (int i = from.next(); i >= 0; i = from.next()) {
      executed.incrementAndGet(i);
    }
  }

  @Arbiter
  public void count(II_Result result) {
    result.r1 = executed.get(0);
    result.r2 = executed.get(1);
  }
}
