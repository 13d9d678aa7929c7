package dev.makespan.samples.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a text that carry its content, numbered from the most frequent one down.
 *
 * <p>Stop words and words of one or two letters are left out. A plural in -s counts as its singular
 * when the text has that too; a possessive in 's counts as the word itself.
 */
final class Vocabulary {

  private static final Set<String> STOP_WORDS = stopWords();
  private static final int LIMIT = 1_000;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words;

  Vocabulary(List<Sentence> sentences) {
    Set<String> seen = new HashSet<>();
    sentences.forEach(sentence -> sentence.lowerCaseWords().forEach(word -> seen.add(bare(word))));
    Map<String, String> forms = new HashMap<>();
    seen.forEach(word -> forms.put(word, singular(word, seen)));
    for (Sentence sentence : sentences) {
      for (String word : sentence.lowerCaseWords()) {
        String form = forms.get(bare(word));
        if (form.length() > 2 && !STOP_WORDS.contains(form) && !STOP_WORDS.contains(word)) {
          counts.merge(form, 1, Integer::sum);
        }
      }
    }
    words = counts.keySet().stream()
        .sorted(Comparator.comparing((String word) -> -counts.get(word))
            .thenComparing(Comparator.naturalOrder()))
        .limit(LIMIT)
        .toList();
    words.forEach(word -> numbers.put(word, numbers.size()));
    forms.forEach((word, form) -> {
      if (numbers.containsKey(form)) {
        numbers.put(word, numbers.get(form));
      }
    });
  }

  int size() {
    return words.size();
  }

  String word(int number) {
    return words.get(number);
  }

  int count(int number) {
    return counts.get(words.get(number));
  }

  /** The numbers of the sentence's content words, in their order and with repetitions. */
  List<Integer> numbers(Sentence sentence) {
    List<Integer> result = new ArrayList<>();
    for (String word : sentence.lowerCaseWords()) {
      Integer number = STOP_WORDS.contains(word) ? null : numbers.get(bare(word));
      if (number != null) {
        result.add(number);
      }
    }
    return result;
  }

  private static String bare(String word) {
    return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
  }

  private static String singular(String word, Set<String> seen) {
    if (word.length() > 3 && word.endsWith("s")) {
      String singular = word.substring(0, word.length() - 1);
      return seen.contains(singular) ? singular : word;
    }
    return word;
  }

  private static Set<String> stopWords() {
    Set<String> words = new HashSet<>();
    WordList.lines("stopwords.txt").forEach(words::addAll);
    return Set.copyOf(words);
  }
}
