package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.Policy;
import dev.makespan.spi.TaskDef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final long MILLI = 1_000_000;

  /** Gives the greatest number that may be asked for. */
  private static final RandomGenerator GREATEST = new RandomGenerator() {
    @Override
    public long nextLong() {
      return -1;
    }

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  };

  private static final RandomGenerator LEAST = () -> 0;

  private static Retries of(int retries, long backoff, long maxBackoff) {
    Nodes nodes = new Nodes(RetriesTest.class, "RetriesTest.java") {
      @Override
      protected Object call(int node, Object[] in) {
        return 1;
      }
    };
    TaskDef<Integer> def = nodes.task(0, "task", 1);
    return new Retries(def.retries(retries).backoff(backoff, maxBackoff).policy());
  }

  private static List<Long> waits(Retries retries, int count, RandomGenerator random) {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assertTrue(retries.follows(new IOException()));
      waits.add(retries.backoff(random));
    }
    return waits;
  }

  @Test
  void doublesTheWaitUpToTheCap() {
    assertEquals(
        List.of(100 * MILLI, 200 * MILLI, 400 * MILLI, 500 * MILLI, 500 * MILLI),
        waits(of(9, 100, 500), 5, GREATEST));
  }

  @Test
  void waitsAtLeastHalfOfIt() {
    assertEquals(
        List.of(50 * MILLI, 100 * MILLI, 200 * MILLI, 250 * MILLI),
        waits(of(9, 100, 500), 4, LEAST));
  }

  @Test
  void choosesEvenlyInBetween() {
    Retries retries = of(1, 100, 100);
    assertTrue(retries.follows(new IOException()));
    Random random = new Random(1);
    int[] counts = new int[5];
    for (int i = 0; i < 10_000; i++) {
      counts[(int) Math.min(4, (retries.backoff(random) / MILLI - 50) / 10)]++;
    }
    for (int count : counts) {
      assertTrue(count > 1_800 && count < 2_200, count + " of 10,000");
    }
  }

  @Test
  void isNoWaitAtZero() {
    assertEquals(List.of(0L, 0L), waits(of(9, 0, 500), 2, GREATEST));
    assertEquals(List.of(0L, 0L), waits(of(9, 100, 0), 2, GREATEST));
  }

  @Test
  void neverOverflows() {
    List<Long> waits = waits(of(200, 1, Long.MAX_VALUE), 200, new Random(1));
    long least = 0;
    for (long wait : waits) {
      assertTrue(wait >= least, wait + " after " + least);
      least = Math.min(Long.MAX_VALUE / 4, wait / 2);
    }
    assertEquals(
        Long.MAX_VALUE,
        waits(of(1, Long.MAX_VALUE, Long.MAX_VALUE), 1, GREATEST).get(0));
  }

  @Test
  void countsAttempts() {
    Retries retries = of(2, 1, 1);
    assertEquals(3, retries.attempts());
    assertEquals(1, retries.attempt());
    assertTrue(retries.follows(new IOException()));
    assertEquals(2, retries.attempt());
    assertTrue(retries.follows(new IOException()));
    assertEquals(3, retries.attempt());
    assertTrue(!retries.follows(new IOException()));
    assertEquals(3, retries.attempt());
    assertEquals(Integer.MAX_VALUE, of(Integer.MAX_VALUE, 1, 1).attempts());
    assertTrue(!new Retries(Policy.DEFAULT).follows(new IOException()));
  }

  @Test
  void keepsTheFirstHundredExceptionsOnly() {
    Retries retries = of(1_000, 1, 1);
    for (int i = 0; i < 500; i++) {
      assertTrue(retries.follows(new IOException("attempt " + i)));
    }
    IOException last = new IOException("last");
    retries.keepIn(last);
    assertEquals(100, last.getSuppressed().length);
    assertEquals("attempt 99", last.getSuppressed()[99].getMessage());
  }
}
