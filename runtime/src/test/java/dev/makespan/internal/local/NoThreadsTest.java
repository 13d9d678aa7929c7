package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Runner;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import dev.makespan.support.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A machine that has threads for a map and its first lane, and no more. */
class NoThreadsTest {
  private static final int THREADS = 2;

  private final Rejecting platform = new Rejecting();
  private final Caller caller = Caller.on(Runner.on(new LocalEngine(platform)));
  private final TaskDef<Integer> next = new Next(platform.rejected).mapTask(0, "next", 1);

  @Test
  void executesAllElementsOfAMap() throws Exception {
    List<Integer> elements = IntStream.range(0, 1_000).boxed().toList();
    List<Integer> results = caller.map(next, elements, Body.ELEMENT).get(20, TimeUnit.SECONDS);

    assertEquals(IntStream.range(1, 1_001).boxed().toList(), results);
    assertTrue(platform.asked.get() < 10, "asked " + platform.asked.get() + " times");
  }

  private static final class Next extends Nodes {
    private final CountDownLatch rejected;

    Next(CountDownLatch rejected) {
      super(Next.class, "Next.java");
      this.rejected = rejected;
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) throws InterruptedException {
      if (Integer.valueOf(0).equals(in[0])) {
        assertTrue(rejected.await(20, TimeUnit.SECONDS), "no lane was offered in vain");
      }
      return 1 + (Integer) in[0];
    }
  }

  private static final class Rejecting extends BarePlatform {
    final CountDownLatch rejected = new CountDownLatch(1);
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public void execute(Runnable job) {
      if (asked.incrementAndGet() > THREADS) {
        rejected.countDown();
        throw new RejectedExecutionException("no thread");
      }
      new Thread(job).start();
    }

    @Override
    public RunScope.Timer schedule(Duration delay, Runnable job) {
      throw new RejectedExecutionException("no timer");
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }
}
