package dev.makespan.internal.local;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A summoned thread comes and executes what is ready, while something is added. */
@JCStressTest
@State
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "Executes both")
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "Executes both, and another one comes")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Leaves one, for which another one comes")
@Outcome(expect = Expect.FORBIDDEN, desc = "A wake-up is lost, or something executed twice")
public class SummonAndAdd {
  private final AtomicInteger executed = new AtomicInteger();
  private final AtomicInteger summoned = new AtomicInteger();
  private final Summons platform = new Summons();
  private final LocalRun run = new LocalRun(new LocalEngine(platform), "run", 1, 0, () -> {});

  public SummonAndAdd() {
    run.later(executed::incrementAndGet);
  }

  @Actor
  public void comes() {
    platform.first.run();
  }

  @Actor
  public void adds() {
    run.later(executed::incrementAndGet);
  }

  @Arbiter
  public void count(II_Result result) {
    result.r1 = executed.get();
    result.r2 = summoned.get();
  }

  /** Notes that a thread is summoned. */
  private final class Summons extends BarePlatform {
    private Runnable first;

    @Override
    public void execute(Runnable job) {
      if (summoned.incrementAndGet() == 1) {
        first = job;
      }
    }
  }
}
