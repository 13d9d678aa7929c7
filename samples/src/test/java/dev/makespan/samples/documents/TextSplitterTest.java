package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextSplitterTest {

  @Test
  void endsSentencesAtStopsBeforeCapitals() {
    assertEquals(
        List.of("It rained.", "Did it?", "It did!"), sentences("It rained. Did it? It did!"));
  }

  @Test
  void doesNotEndSentencesAtTitlesAndInitials() {
    assertEquals(
        List.of("Mr. Bennet met J. Smith.", "So did I.", "Good."),
        sentences("Mr. Bennet met J. Smith. So did I. Good."));
  }

  @Test
  void doesNotEndSentencesBeforeSmallLetters() {
    assertEquals(List.of("\"Is it?\" she asked."), sentences("\"Is it?\" she asked."));
  }

  @Test
  void keepsQuotesWithTheirSentence() {
    assertEquals(List.of("\"It is.\"", "\"No!\""), sentences("\"It is.\" \"No!\""));
  }

  @Test
  void joinsTheLinesOfASentence() {
    assertEquals(List.of("One two."), sentences("  One\n  two.\n"));
  }

  @Test
  void dropsSentencesWithoutWords() {
    assertEquals(List.of("A list."), sentences("A list. 1. 2."));
  }

  @Test
  void keepsApostrophesAndHyphensInWords() {
    assertEquals(
        List.of("don't", "re-read", "it", "he", "said"),
        TextSplitter.words("don't re-read it--he said 12."));
  }

  @Test
  void readsEndlessStops() {
    assertEquals(
        List.of("Well" + ".".repeat(100_000) + "well."),
        sentences("Well" + ".".repeat(100_000) + "well."));
  }

  @Test
  void leavesOutWhatIsLongerThanAnyWord() {
    String longest = "a".repeat(50);
    assertEquals(List.of("one", longest), TextSplitter.words("one " + longest));
    assertEquals(List.of("one", "two"), TextSplitter.words("one " + longest + "a two"));
    assertEquals(
        List.of("one", "two"), TextSplitter.words("one " + "re-".repeat(20_000) + "read two"));
  }

  @Test
  @Timeout(20)
  void splitsALongTextWhoseStopsEndNoSentence() {
    String text = "Mr. ".repeat(500_000) + "Bennet.";
    assertEquals(1, sentences(text).size());
  }

  @Test
  @Timeout(20)
  void splitsAtAStopBehindAnEndlessWord() {
    assertEquals(List.of("It began."), sentences("a".repeat(1_000_000) + ". It began."));
  }

  @Test
  void endsParagraphsAtBlankLines() {
    assertEquals(List.of("a\nb", "c"), TextSplitter.paragraphs("a\nb\n \n\nc"));
  }

  private static List<String> sentences(String paragraph) {
    return TextSplitter.sentences(paragraph).stream().map(Sentence::text).toList();
  }
}
