package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What an execution is expected to take after those lately. */
class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void aLongExecutionCountsAtOnce() {
    pace.took(100, 1_000);
    pace.took(1_000_000);

    assertEquals(1_000_000, pace.expected());
    assertFalse(pace.isShort());
  }

  @Test
  void aLongExecutionIsForgottenSlowlyOverShortOnes() {
    pace.took(9_000);
    pace.took(1_000);

    assertEquals(8_000, pace.expected());
  }

  @Test
  void severalExecutionsInOneBlockCountAsSuch() {
    pace.took(9_000);
    pace.took(1_000, 4);

    assertEquals(5_000, pace.expected());
  }

  @Test
  void aLongExecutionIsForgottenAfterABlockOfManyShortOnes() {
    pace.took(1_000_000_000);
    pace.took(20, 4_096);

    assertEquals(20, pace.expected());
    assertTrue(pace.areShort(5_000));
  }
}
