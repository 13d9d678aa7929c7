package dev.makespan.samples.documents;

import java.util.List;
import java.util.Locale;

/** One sentence as written, on one line, and its words without punctuation, case kept. */
record Sentence(String text, List<String> words) {

  List<String> lowerCaseWords() {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
