package dev.makespan.internal.local;

import dev.makespan.spi.RunScope;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
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
  private final class Summons implements Platform {
    private Runnable first;

    @Override
    public void execute(Runnable job) {
      if (summoned.incrementAndGet() == 1) {
        first = job;
      }
    }

    @Override
    public RunScope.Timer schedule(Duration delay, Runnable job) {
      throw new AssertionError("nothing is timed here");
    }

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public RandomGenerator random() {
      return new Random(1);
    }

    @Override
    public void await(CompletableFuture<?> future) {}

    @Override
    public boolean await(CompletableFuture<?> future, Duration atMost) {
      return true;
    }

    @Override
    public boolean goesOn() {
      return true;
    }

    @Override
    public void close(Duration atMost) {}
  }
}
