package dev.makespan.internal.local;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulator finds each of these bugs, planted into the engine one at a time, among the seeds
 * that each build simulates.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class PlantedBugsTest {
  private static final long SEEDS = 20_000;

  /**
   * A bug.
   *
   * @param name what the engine does wrong
   * @param type the class that is changed
   * @param before the text in its source that is changed
   * @param after the text instead
   * @param first the seed to begin with: where few seeds find it, one of them was near
   */
  record Bug(String name, String type, String before, String after, long first) {
    Bug(String name, String type, String before, String after) {
      this(name, type, before, after, 1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void finds(Bug bug) throws Exception {
    assumeTrue(
        Runtime.version().feature() >= 21 || Boolean.getBoolean("makespan.plants"),
        "it takes minutes: a build does so on later JDKs, -Dmakespan.plants=true on any");
    Mutant mutant = Mutant.of(bug.type(), bug.before(), bug.after());
    assertNotEquals("", mutant.firstViolation(bug.first(), SEEDS), "no seed finds it");
  }

  static Stream<Bug> bugs() {
    return PlantedBugs.ALL.stream();
  }
}
