package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void ordersByFrequencyThenByName() {
    assertEquals(List.of("whale", "boat", "sea"), words("The sea. A whale, a boat. The whale!"));
  }

  @Test
  void countsAPluralAsItsSingularIfTheTextHasBoth() {
    assertEquals(List.of("whale", "oars"), words("One whale, two whales, oars."));
  }

  @Test
  void countsAPossessiveAsTheWord() {
    Vocabulary vocabulary =
        new Vocabulary(TextSplitter.sentences("The whale's tail hit the whale."));
    assertEquals("whale", vocabulary.word(0));
    assertEquals(2, vocabulary.count(0));
  }

  @Test
  void leavesOutStopWordsAndShortOnes() {
    assertEquals(List.of("boat"), words("It is on an ox, in the boat, because of us."));
  }

  @Test
  void numbersTheContentWordsOfASentence() {
    List<Sentence> sentences = TextSplitter.sentences("Whale, boat, whale. The whales saw a boat.");
    Vocabulary vocabulary = new Vocabulary(sentences);
    assertEquals(List.of(0, 1, 0), vocabulary.numbers(sentences.get(0)));
    assertEquals(List.of(0, 1), vocabulary.numbers(sentences.get(1)));
  }

  private static List<String> words(String text) {
    Vocabulary vocabulary = new Vocabulary(TextSplitter.sentences(text));
    return IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::word).toList();
  }
}
