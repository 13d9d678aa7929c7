package dev.makespan.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makespan.processor.MakespanProcessor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer finds each of these bugs, planted one at a time, among the first seeds. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class PlantedBugsTest {
  private static final int SEEDS = 400;
  private static final int BATCH = 25;

  static Stream<PlantedBugs.Bug> bugs() {
    return PlantedBugs.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void finds(PlantedBugs.Bug bug) {
    assumeTrue(
        Runtime.version().feature() >= 21 || Boolean.getBoolean("makespan.plants"),
        "it takes minutes: a build does so on later JDKs, -Dmakespan.plants=true on any");
    assertNotEquals("", first(bug), "no seed finds it");
  }

  /**
   * The first difference that a run shows; empty if there is none. What the compiler says of the
   * changed class doesn't count.
   */
  static String first(PlantedBugs.Bug bug) {
    Fuzzer fuzzer = new Fuzzer(MakespanProcessor::new, bug);
    for (int seed = 1; seed <= SEEDS; seed += BATCH) {
      for (Fuzzer.Finding each : fuzzer.look(seed, BATCH)) {
        if (each.difference().startsWith("input ") && each.difference().contains("flow with")) {
          return each.seed() + ": " + each.difference();
        }
      }
    }
    return "";
  }
}
