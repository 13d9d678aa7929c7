package dev.makespan.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearestTest {
  private static final List<String> NAMES = List.of("sentiment", "report", "rapport", "x");

  @Test
  void findsTheNameWithTheFewestOtherLetters() {
    assertEquals(Optional.of("report"), Nearest.to("reprot", NAMES));
    assertEquals(Optional.of("rapport"), Nearest.to("rappor", NAMES));
    assertEquals(Optional.of("sentiment"), Nearest.to("Sentimnt", NAMES));
    assertEquals(Optional.of("x"), Nearest.to("X", NAMES));
    assertEquals(Optional.of("x"), Nearest.to("xs", NAMES));
  }

  @Test
  void offersNothingThatIsFar() {
    assertEquals(Optional.empty(), Nearest.to("entities", NAMES));
    assertEquals(Optional.empty(), Nearest.to("", List.of("abcd")));
    assertEquals(Optional.empty(), Nearest.to("y", NAMES));
    assertEquals(Optional.empty(), Nearest.to("", NAMES));
  }
}
