package dev.makespan.samples.documents;

import java.util.List;

/**
 * The classical formulas of readability.
 *
 * <ul>
 *   <li>Flesch reading ease: R. Flesch, "A new readability yardstick", Journal of Applied
 *       Psychology 32, 1948.
 *   <li>Flesch–Kincaid grade: J. P. Kincaid et al., "Derivation of new readability formulas for
 *       Navy enlisted personnel", Research Branch Report 8-75, 1975.
 *   <li>Gunning fog: R. Gunning, "The Technique of Clear Writing", 1952.
 *   <li>SMOG: G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12,
 *       1969.
 *   <li>Automated readability index: R. J. Senter, E. A. Smith, "Automated Readability Index",
 *       AMRL-TR-66-220, 1967.
 * </ul>
 */
final class ReadabilityAnalysis {

  private static final int COMPLEX = 3;

  private ReadabilityAnalysis() {}

  /** The measures of a document; all zero if it is empty. */
  static Readability of(Document document) {
    List<String> words = document.sentences().stream()
        .flatMap(sentence -> sentence.words().stream())
        .toList();
    if (words.isEmpty()) {
      return new Readability(0, 0, 0, 0, 0);
    }
    double sentences = document.sentences().size();
    long letters = words.stream().mapToLong(ReadabilityAnalysis::letters).sum();
    int[] syllables = words.stream().mapToInt(Syllables::count).toArray();
    long allSyllables = 0;
    long complexWords = 0;
    for (int count : syllables) {
      allSyllables += count;
      complexWords += count >= COMPLEX ? 1 : 0;
    }
    double wordsPerSentence = words.size() / sentences;
    double syllablesPerWord = (double) allSyllables / words.size();
    double lettersPerWord = (double) letters / words.size();
    double complexShare = (double) complexWords / words.size();
    return new Readability(
        206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord,
        0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59,
        0.4 * (wordsPerSentence + 100 * complexShare),
        1.0430 * Math.sqrt(complexWords * 30 / sentences) + 3.1291,
        4.71 * lettersPerWord + 0.5 * wordsPerSentence - 21.43);
  }

  private static long letters(String word) {
    return word.chars().filter(Character::isLetter).count();
  }
}
