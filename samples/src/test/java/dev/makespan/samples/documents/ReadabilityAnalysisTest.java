package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadabilityAnalysisTest {

  /** One sentence, 6 words, 6 syllables, 17 letters. */
  @Test
  void ratesAnEasySentence() {
    Readability easy = ReadabilityAnalysis.of(Texts.of("The cat sat on the mat."));
    assertEquals(116.145, easy.fleschEase(), 1e-9);
    assertEquals(-1.45, easy.fleschKincaid(), 1e-9);
    assertEquals(2.4, easy.gunningFog(), 1e-9);
    assertEquals(3.1291, easy.smog(), 1e-9);
    assertEquals(-5.085, easy.automatedReadability(), 1e-9);
    assertEquals((-1.45 + 2.4 + 3.1291 - 5.085) / 4, easy.grade(), 1e-9);
  }

  /** Two sentences, 7 words, 15 syllables, 38 letters, 3 words of three syllables or more. */
  @Test
  void ratesLongWordsAsHard() {
    Readability hard =
        ReadabilityAnalysis.of(Texts.of("Readability is a beautiful property. It helps."));
    assertEquals(21.9968, hard.fleschEase(), 1e-4);
    assertEquals(11.0607, hard.fleschKincaid(), 1e-4);
    assertEquals(18.5429, hard.gunningFog(), 1e-4);
    assertEquals(10.1258, hard.smog(), 1e-4);
    assertEquals(5.8886, hard.automatedReadability(), 1e-4);
  }

  @Test
  void isZeroForAnEmptyText() {
    assertEquals(new Readability(0, 0, 0, 0, 0), ReadabilityAnalysis.of(Texts.empty()));
  }
}
