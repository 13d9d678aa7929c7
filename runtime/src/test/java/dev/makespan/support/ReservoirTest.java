package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReservoirTest {
  private static List<Integer> sample(int capacity, long seed, int offers) {
    Reservoir<Integer> reservoir = new Reservoir<>(capacity, seed);
    for (int i = 0; i < offers; i++) {
      reservoir.offer(i);
    }
    assertEquals(offers, reservoir.offered());
    return reservoir.kept();
  }

  @Test
  void keepsEverythingUpToItsCapacity() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      all.add(i);
    }

    assertEquals(List.of(), sample(2500, 1, 0));
    assertEquals(all, sample(2500, 1, 2500));
  }

  @Test
  void keepsItsCapacityOfMoreAndNothingTwice() {
    List<Integer> kept = sample(1000, 1, 50_000);

    assertEquals(1000, kept.size());
    assertEquals(1000, new HashSet<>(kept).size());
  }

  @Test
  void drawsTheSameForTheSameSeedAndOtherwiseForAnother() {
    assertEquals(sample(100, 7, 10_000), sample(100, 7, 10_000));
    assertNotEquals(sample(100, 7, 10_000), sample(100, 8, 10_000));
  }

  @Test
  void keepsEarlyOnesAndLateOnesAlike() {
    int[] tenths = new int[10];
    for (int seed = 0; seed < 200; seed++) {
      for (int kept : sample(100, seed, 10_000)) {
        tenths[kept / 1000]++;
      }
    }

    // 2,000 are expected in each, with a standard deviation of about 42.
    for (int tenth : tenths) {
      assertTrue(Math.abs(tenth - 2000) < 250, () -> java.util.Arrays.toString(tenths));
    }
  }

  @Test
  void losesNothingWhenThreadsOfferAtOnce() throws Exception {
    Reservoir<Integer> reservoir = new Reservoir<>(8000, 1);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int from = t * 2000;
      Thread thread = new Thread(() -> {
        try {
          go.await();
        } catch (InterruptedException e) {
          return;
        }
        for (int i = 0; i < 2000; i++) {
          reservoir.offer(from + i);
        }
      });
      thread.start();
      threads.add(thread);
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(8000, new HashSet<>(reservoir.kept()).size());
  }
}
