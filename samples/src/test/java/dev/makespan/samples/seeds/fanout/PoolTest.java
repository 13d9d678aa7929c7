package dev.makespan.samples.seeds.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final Work NONE = (task, units) -> {};

  @Test
  void eachResultLiesBetweenItsArguments() throws InterruptedException {
    List<Integer> results = new Pool(NONE).starmap(Pool.TASKS);
    assertEquals(3, results.size());
    for (int i = 0; i < results.size(); i++) {
      Pool.Arguments in = Pool.TASKS.get(i);
      int result = results.get(i);
      assertTrue(in.first() <= result && result <= in.second(), results::toString);
    }
  }

  @Test
  void theFlowEqualsThePlainCall() {
    Pool pool = new Pool(NONE);
    Equivalence.assertSame(
        () -> pool.starmap(Pool.TASKS), () -> new PoolFlow(pool).starmap(Pool.TASKS));
  }

  /** While two pairs are held, the third doesn't begin; when they go on, it does. */
  @Test
  void twoWorkersShareThePairs() throws InterruptedException {
    Held held = new Held();
    Run<List<Integer>> run = new PoolFlow(new Pool(held)).starmap(Pool.TASKS);
    held.two.await();
    // Time enough for a third one that begins too soon.
    new PoolFlow(new Pool(NONE)).starmap(Pool.TASKS).join();
    Set<String> whileHeld = Set.copyOf(held.begun);
    held.goOn.countDown();
    run.join();
    assertEquals(Set.of("task (1, 2)", "task (3, 4)"), whileHeld);
    assertEquals(Set.of("task (1, 2)", "task (3, 4)", "task (5, 6)"), Set.copyOf(held.begun));
  }

  /** Holds each task until the test lets them go. */
  private static final class Held implements Work {
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final CountDownLatch two = new CountDownLatch(2);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public void on(String task, int units) throws InterruptedException {
      begun.add(task);
      two.countDown();
      goOn.await();
    }
  }
}
