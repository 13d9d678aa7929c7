package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnThreadsTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final OwnThreads threads = new OwnThreads();

  @Test
  void executesWhatComesBeforeThereAreThreadsEachOnAThreadOfItsOwn() throws Exception {
    int givers = 4;
    int each = 25;
    // They all wait for each other, so that none may wait for a thread that another one holds.
    CyclicBarrier together = new CyclicBarrier(givers * each);
    Set<Thread> met = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(givers * each);
    CyclicBarrier start = new CyclicBarrier(givers);
    for (int i = 0; i < givers; i++) {
      Thread giver = new Thread(() -> {
        await(start);
        for (int job = 0; job < each; job++) {
          threads.execute(() -> {
            await(together);
            met.add(Thread.currentThread());
            done.countDown();
          });
        }
      });
      giver.start();
    }

    assertTrue(done.await(20, TimeUnit.SECONDS), "jobs are lost");
    assertEquals(givers * each, met.size());
    threads.close(GRACE);
    for (Thread thread : met) {
      assertTrue(thread.isDaemon());
      assertFalse(thread.getName().startsWith("makespan-start"), thread::getName);
    }
  }

  @Test
  void refusesJobsWhenClosedBeforeTheFirst() {
    threads.close(GRACE);

    assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> {}));
  }

  @Test
  void closesWhileTheFirstThreadsAreMade() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    threads.execute(ran::countDown);
    threads.close(GRACE);

    assertTrue(ran.await(20, TimeUnit.SECONDS), "a job that was taken is lost");
    assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> {}));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
