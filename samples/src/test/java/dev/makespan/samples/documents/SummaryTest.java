package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.samples.documents.Outcome.Analysed;
import dev.makespan.samples.documents.Outcome.Skipped;
import dev.makespan.samples.documents.Summary.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final Analysed BRIGHT =
      Texts.analysed("bright.txt", "The whale and good Ahab swim. We like Ahab.");
  private static final Analysed DARK = Texts.analysed(
      "dark.txt", "A terrible whale consumed Ahab, notwithstanding considerable difficulties.");

  private static final Summary SUMMARY =
      Summary.of(List.of(BRIGHT, new Skipped(Path.of("empty.txt"), "empty file"), DARK));

  @Test
  void countsDocumentsAndWords() {
    assertEquals(2, SUMMARY.analysed());
    assertEquals(1, SUMMARY.skipped());
    assertEquals(9 + 8, SUMMARY.words());
  }

  @Test
  void findsTheExtremes() {
    assertEquals(Optional.of(Path.of("bright.txt")), SUMMARY.mostPositive());
    assertEquals(Optional.of(Path.of("dark.txt")), SUMMARY.mostNegative());
    assertEquals(Optional.of(Path.of("dark.txt")), SUMMARY.hardest());
  }

  @Test
  void hasNoExtremesWhereAllAreEqual() {
    Summary alone = Summary.of(List.of(BRIGHT));
    assertEquals(Optional.empty(), alone.mostPositive());
    assertEquals(Optional.empty(), alone.mostNegative());
    assertEquals(Optional.empty(), alone.hardest());

    Summary neutral = Summary.of(List.of(
        Texts.analysed("short.txt", "The whale swims."),
        Texts.analysed("long.txt", "Considerable complications notwithstanding, it swims on.")));
    assertEquals(Optional.empty(), neutral.mostPositive());
    assertEquals(Optional.empty(), neutral.mostNegative());
    assertEquals(Optional.of(Path.of("long.txt")), neutral.hardest());
  }

  @Test
  void findsWhatDocumentsShare() {
    assertEquals(List.of(new Shared("ahab", 2), new Shared("whale", 2)), SUMMARY.commonTopics());
    assertEquals(List.of(new Shared("Ahab", 2)), SUMMARY.sharedEntities());
  }

  @Test
  void averagesOverTheAnalysed() {
    assertEquals(
        (BRIGHT.sentiment().overall() + DARK.sentiment().overall()) / 2,
        SUMMARY.meanSentiment(),
        1e-12);
    assertEquals(
        (BRIGHT.readability().grade() + DARK.readability().grade()) / 2,
        SUMMARY.medianGrade(),
        1e-12);
  }

  @Test
  void aListWithoutFullStopsDoesNotSpoilTheReadability() {
    Analysed list = Texts.analysed("list.txt", "The whale swims ".repeat(10_000));
    Summary summary = Summary.of(List.of(BRIGHT, list, DARK));
    assertEquals(DARK.readability().grade(), summary.medianGrade());
    assertEquals(DARK.readability().fleschEase(), summary.medianEase());
  }

  @Test
  void isEmptyWithoutDocuments() {
    assertEquals(
        new Summary(
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Summary.of(List.of()));
  }
}
