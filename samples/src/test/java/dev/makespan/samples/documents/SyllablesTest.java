package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

  @ParameterizedTest
  @CsvSource({
    "the, 1",
    "cat, 1",
    "whale, 1",
    "whales, 1",
    "table, 2",
    "tables, 2",
    "walked, 1",
    "wanted, 2",
    "agreed, 2",
    "makes, 1",
    "houses, 2",
    "churches, 2",
    "beautiful, 3",
    "being, 2",
    "patient, 2",
    "scientist, 3",
    "society, 4",
    "ancient, 2",
    "violent, 3",
    "reality, 4",
    "readability, 5",
    "continuous, 4",
    "social, 2",
    "marriage, 2",
    "don't, 1",
    "sea-captain, 3",
    "Elizabeth, 4",
    "rhythm, 1",
    "hmm, 1"
  })
  void countsSpokenVowels(String word, int syllables) {
    assertEquals(syllables, Syllables.count(word));
  }
}
