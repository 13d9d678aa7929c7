package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.samples.documents.Entities.Entity;
import dev.makespan.samples.documents.Entities.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EntityAnalysisTest {

  @Test
  void findsCapitalisedWordsInsideSentences() {
    assertEquals(
        List.of("Ahab 2", "Queequeg 1"),
        find(Kind.NAME, "There stood Ahab. Then Ahab and young Queequeg ran."));
  }

  @Test
  void joinsNamesOfSeveralWords() {
    assertEquals(
        List.of("House of Representatives 1", "Mr. Bennet 1"),
        find(Kind.NAME, "Then Mr. Bennet wrote to the House of Representatives."));
  }

  @Test
  void countsTheFirstWordOnlyIfItIsANameElsewhere() {
    assertEquals(
        List.of("Ahab 2"), find(Kind.NAME, "Ahab slept. Everyone feared Ahab. Boats came."));
  }

  @Test
  void dropsAFirstWordBeforeAName() {
    assertEquals(List.of("Ahab 2"), find(Kind.NAME, "Poor Ahab slept. Then Ahab woke."));
  }

  @Test
  void doesNotTakeAWordForANameThatIsMostlySmall() {
    assertEquals(
        List.of(), find(Kind.NAME, "He saw the Whale, and the whale saw him, and it was a whale."));
  }

  @Test
  void takesNamesAfterPrepositionsForPlaces() {
    String text = "He lived in Nantucket. He came from Nantucket. She knew Ahab.";
    assertEquals(List.of("Nantucket 2"), find(Kind.PLACE, text));
    assertEquals(List.of("Ahab 1"), find(Kind.NAME, text));
  }

  @Test
  void aPersonWithATitleIsNoPlace() {
    assertEquals(List.of(), find(Kind.PLACE, "He looked at Mr. Darcy."));
  }

  @Test
  void findsDates() {
    assertEquals(
        List.of("1851 1", "4 July 1776 1", "July 4, 1776 1", "May 1787 1"),
        find(
            Kind.DATE,
            "On July 4, 1776, or 4 July 1776, and in May 1787 and in 1851, but not on page 12."));
  }

  @Test
  void findsSums() {
    assertEquals(
        List.of("$5 million 1", "20 dollars 1", "ten thousand pounds 1", "£1,200.50 1"),
        find(
            Kind.MONEY,
            "It costs 20 dollars, $5 million, £1,200.50 or ten thousand pounds, not ten apples."));
  }

  @Test
  void findsNumbersOutsideDatesAndSums() {
    assertEquals(
        List.of("12 2", "3.5% 1"),
        find(Kind.NUMBER, "In 1851 there were 12 boats, 12 crews, 3.5% more, for $7."));
  }

  @Test
  void readsEndlessRunsOfNames() {
    String names = "Queequeg-Tashtego ".repeat(20_000).strip();
    assertEquals(List.of(names + " 1"), find(Kind.NAME, "There were " + names + "."));
  }

  @Test
  @Timeout(20)
  void readsEndlessRunsOfCountWords() {
    assertEquals(List.of(), find(Kind.MONEY, "one ".repeat(200_000)));
  }

  @Test
  void anEmptyTextHasNone() {
    assertEquals(new Entities(List.of()), EntityAnalysis.of(Texts.empty()));
  }

  private static List<String> find(Kind kind, String text) {
    return EntityAnalysis.of(Texts.of(text)).of(kind).stream()
        .map(EntityAnalysisTest::describe)
        .toList();
  }

  private static String describe(Entity entity) {
    return entity.text() + " " + entity.count();
  }
}
