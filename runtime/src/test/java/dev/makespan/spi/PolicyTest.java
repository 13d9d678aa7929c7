package dev.makespan.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.support.Nodes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The settings of a method, and others made from them. */
class PolicyTest {
  private final TaskDef<Integer> def = new Nodes(PolicyTest.class, "PolicyTest.java") {
    @Override
    protected Object call(int node, Object[] in) {
      throw new AssertionError("nothing is executed here");
    }
  }.task(0, "task", 1);

  private static final Policy ALL = new Policy(
      1,
      2,
      3,
      4,
      List.of(IOException.class),
      List.of(FileNotFoundException.class),
      "db",
      5,
      6,
      true,
      true);

  @Test
  void eachSettingIsKeptWhenOthersAreChanged() {
    assertEquals(
        ALL,
        def.timeout(1)
            .retries(2)
            .backoff(3, 4)
            .retryOn(IOException.class)
            .neverRetryOn(FileNotFoundException.class)
            .pool("db")
            .maxParallelism(5)
            .concurrency(6)
            .asynchronous()
            .cancelAll()
            .policy());
    assertEquals(
        ALL,
        def.cancelAll()
            .asynchronous()
            .concurrency(6)
            .maxParallelism(5)
            .pool("db")
            .neverRetryOn(FileNotFoundException.class)
            .retryOn(IOException.class)
            .backoff(3, 4)
            .retries(2)
            .timeout(1)
            .policy());
  }

  @Test
  void aDefinitionStaysAsItIsWhenAnotherOneIsMadeFromIt() {
    assertEquals(2, def.retries(2).policy().retries());
    assertEquals(Policy.DEFAULT, def.policy());
  }

  @Test
  void refusesNegativeNumbersWithTheNameOfTheSetting() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> def.maxParallelism(-1));

    assertEquals("maxParallelism is negative: -1", thrown.getMessage());
  }
}
