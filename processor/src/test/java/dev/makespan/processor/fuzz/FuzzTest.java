package dev.makespan.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.MakespanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random programs do the same in three ways. {@code -Dmakespan.fuzz.seconds=5} tells how long to
 * look for one that doesn't, 90 seconds by default, and {@code -Dmakespan.fuzz.from=1000} where to
 * begin.
 */
@Timeout(600)
final class FuzzTest {
  private static final long SECONDS = Long.getLong("makespan.fuzz.seconds", 90);
  private static final long FROM = Long.getLong("makespan.fuzz.from", 1);
  private static final int BATCH = 25;
  private static final int MOST_SHRINKS = 600;

  @Test
  void randomProgramsDoTheSameInThreeWays() {
    Fuzzer fuzzer = new Fuzzer(MakespanProcessor::new);
    Instant end = Instant.now().plus(Duration.ofSeconds(SECONDS));
    long seed = FROM;
    do {
      for (Fuzzer.Finding each : fuzzer.look(seed, BATCH)) {
        throw new AssertionError(FuzzCampaign.told(fuzzer, each, MOST_SHRINKS));
      }
      seed += BATCH;
    } while (Instant.now().isBefore(end));
    long refused =
        fuzzer.refused().values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(refused * 20 <= seed - FROM, () -> "too many are refused: " + fuzzer.refused());
    assertEquals(seed - FROM, fuzzer.programs() + refused);
    System.out.println("fuzzed " + fuzzer.programs() + " programs, from seed " + FROM);
  }

  @Test
  void aSeedMakesOneProgramAndItsChoicesMakeItAgain() {
    for (long seed = 1; seed <= 50; seed++) {
      Choices choices = Choices.of(seed);
      SourceProgram program = ProgramWriter.write(choices, "p");
      assertEquals(program, ProgramWriter.write(Choices.of(seed), "p"));
      assertEquals(program, ProgramWriter.write(Choices.replaying(choices.taken()), "p"));
    }
  }

  @Test
  void seedsMakeProgramsOfAllFeatures() {
    StringBuilder all = new StringBuilder();
    for (long seed = 1; seed <= 300; seed++) {
      all.append(ProgramWriter.write(Choices.of(seed), "p").text());
    }
    for (String feature : List.of(
        "@After(",
        "@Dynamic",
        "Makespan.map(",
        "Makespan.mapSome(",
        "Makespan.forEach(",
        "Makespan.together(",
        "Makespan.tap(",
        ".stream().map(",
        "::task",
        "retries = ",
        "new IOException(",
        "new AssertionError(",
        "return;",
        "numbers(1000)",
        "else if (")) {
      assertTrue(all.indexOf(feature) >= 0, feature);
    }
  }
}
