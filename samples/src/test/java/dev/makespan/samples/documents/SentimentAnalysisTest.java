package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentimentAnalysisTest {

  @Test
  void scoresAWordByItsValence() {
    assertEquals(2 / Math.sqrt(4 + 15), score("a good book"), 1e-12);
    assertEquals(-3 / Math.sqrt(9 + 15), score("a terrible book"), 1e-12);
  }

  @Test
  void knowsTheWordsOfEveryday() {
    for (String bright : List.of(
        "This is great.",
        "What an amazing, fantastic show!",
        "The staff were friendly and the room was cosy.",
        "I recommend it, it works flawlessly.",
        "We won, and everyone was thrilled.",
        "She is so talented and funny.",
        "It was fun.",
        "That is impressive.",
        "The new release is faster and more reliable.",
        "A brilliant idea, thanks!")) {
      assertTrue(score(bright) > 0, bright);
    }
    for (String dark : List.of(
        "This is awful.",
        "What a boring, annoying film!",
        "The room was dirty and the staff were rude.",
        "It crashed again, and support is useless.",
        "We lost, and everyone was furious.",
        "He is so selfish and nasty.",
        "It was not great.",
        "That is a scam.",
        "The new release is slower, buggy and unreliable.",
        "I regret it, a complete waste.")) {
      assertTrue(score(dark) < 0, dark);
    }
    for (String neutral : List.of(
        "The train leaves at nine.",
        "She put the book on the table.",
        "Water boils at a hundred degrees.")) {
      assertEquals(0, score(neutral), neutral);
    }
  }

  @Test
  void hasEachWordOnce() {
    List<String> words = WordList.lines("sentiment.txt").stream()
        .flatMap(line -> line.stream().skip(1))
        .toList();
    assertEquals(List.copyOf(new LinkedHashSet<>(words)), words);
    assertTrue(words.size() > 1_000, "a lexicon for everyday texts");
  }

  @Test
  void sumsTheValencesOfASentence() {
    assertEquals((2 - 3) / Math.sqrt(1 + 15), score("a good but terrible book"), 1e-12);
  }

  @Test
  void turnsAndHalvesNegatedWords() {
    assertEquals(-0.25, score("not a good book"), 1e-12);
    assertEquals(-0.25, score("it isn't good"), 1e-12);
    assertEquals(1.5 / Math.sqrt(2.25 + 15), score("never terrible"), 1e-12);
  }

  @Test
  void negationReachesThreeWords() {
    assertEquals(-0.25, score("not such a good book"), 1e-12);
    assertEquals(2 / Math.sqrt(4 + 15), score("not only such a good book"), 1e-12);
  }

  @Test
  void intensifiersStrengthenOrWeaken() {
    assertEquals(3 / Math.sqrt(9 + 15), score("very good"), 1e-12);
    assertEquals(1 / Math.sqrt(1 + 15), score("slightly good"), 1e-12);
  }

  @Test
  void countsSentencesAndQuotesTheExtremes() {
    Sentiment sentiment =
        SentimentAnalysis.of(Texts.of("It was good. It was very good. It was. It was terrible."));
    assertEquals(2, sentiment.positive());
    assertEquals(1, sentiment.negative());
    assertEquals(1, sentiment.neutral());
    assertEquals("It was very good.", sentiment.brightest());
    assertEquals("It was terrible.", sentiment.darkest());
    assertEquals(
        (2 / Math.sqrt(19) + 3 / Math.sqrt(24) - 3 / Math.sqrt(24)) / 3,
        sentiment.overall(),
        1e-12);
  }

  @Test
  void isZeroWithoutAnyKnownWord() {
    assertEquals(
        new Sentiment(0, 0, 0, 1, "", ""),
        SentimentAnalysis.of(Texts.of("The table has four legs.")));
    assertEquals(new Sentiment(0, 0, 0, 0, "", ""), SentimentAnalysis.of(Texts.empty()));
  }

  private static double score(String text) {
    return SentimentAnalysis.score(Texts.words(text));
  }
}
