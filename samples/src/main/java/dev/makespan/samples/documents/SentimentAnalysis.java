package dev.makespan.samples.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sentiment by lexicon: each known word has a valence from -3 to 3, which the words before it turn
 * or strengthen.
 *
 * <p>The scheme is a small version of VADER (C. J. Hutto, E. Gilbert: "VADER: A Parsimonious
 * Rule-based Model for Sentiment Analysis of Social Media Text", 2014): a negation among the three
 * words before turns the valence and takes a part of it, an intensifier directly before multiplies
 * it, and the sum {@code s} of a sentence is brought between -1 and 1 as {@code s / sqrt(s² + 15)}.
 */
final class SentimentAnalysis {

  private static final Map<String, Integer> VALENCES = valences();

  private static final Set<String> NEGATIONS = Set.of(
      "not",
      "no",
      "never",
      "neither",
      "nor",
      "without",
      "cannot",
      "nobody",
      "nothing",
      "hardly",
      "scarcely");

  private static final Map<String, Double> INTENSITIES = Map.ofEntries(
      Map.entry("very", 1.5),
      Map.entry("most", 1.5),
      Map.entry("so", 1.25),
      Map.entry("really", 1.5),
      Map.entry("exceedingly", 2.0),
      Map.entry("extremely", 2.0),
      Map.entry("utterly", 2.0),
      Map.entry("more", 1.25),
      Map.entry("perfectly", 1.5),
      Map.entry("rather", 0.75),
      Map.entry("somewhat", 0.5),
      Map.entry("slightly", 0.5),
      Map.entry("little", 0.5),
      Map.entry("almost", 0.75));

  private static final double TURNED = -0.5;
  private static final int REACH = 3;

  private SentimentAnalysis() {}

  static Sentiment of(Document document) {
    int positive = 0;
    int negative = 0;
    double sum = 0;
    double highest = 0;
    double lowest = 0;
    String brightest = "";
    String darkest = "";
    for (Sentence sentence : document.sentences()) {
      double score = score(sentence.lowerCaseWords());
      sum += score;
      if (score > 0) {
        positive++;
      } else if (score < 0) {
        negative++;
      }
      if (score > highest) {
        highest = score;
        brightest = sentence.text();
      } else if (score < lowest) {
        lowest = score;
        darkest = sentence.text();
      }
    }
    int scored = positive + negative;
    double overall = scored == 0 ? 0 : sum / scored;
    return new Sentiment(
        overall, positive, negative, document.sentences().size() - scored, brightest, darkest);
  }

  /** The score of one sentence, between -1 and 1. */
  static double score(List<String> words) {
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      sum += valence(words, i);
    }
    return sum / Math.sqrt(sum * sum + 15);
  }

  private static double valence(List<String> words, int index) {
    Integer valence = VALENCES.get(words.get(index));
    if (valence == null) {
      return 0;
    }
    double intensity = index == 0 ? 1 : INTENSITIES.getOrDefault(words.get(index - 1), 1.0);
    boolean negated = words.subList(Math.max(0, index - REACH), index).stream()
        .anyMatch(SentimentAnalysis::negates);
    return valence * intensity * (negated ? TURNED : 1);
  }

  private static boolean negates(String word) {
    return NEGATIONS.contains(word) || word.endsWith("n't") || word.endsWith("n’t");
  }

  private static Map<String, Integer> valences() {
    return WordList.lines("sentiment.txt").stream()
        .flatMap(line ->
            line.stream().skip(1).map(word -> Map.entry(word, Integer.valueOf(line.get(0)))))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
