package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Topics.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Topics by TextRank: words that stand near each other are neighbours in a graph, and the words of
 * the highest rank lead the topics. Each topic gathers the words closest to its leading word; these
 * lead no topic of their own.
 *
 * <p>The key sentence is found the same way, in a graph of sentences weighted by the words they
 * share. In a long text it is one of the first 500: the graph grows with the square.
 */
final class TopicAnalysis {

  private static final int TOPICS = 5;
  private static final int RELATED = 3;
  private static final int WINDOW = 5;
  private static final int RANKED_SENTENCES = 500;
  private static final int MIN_CONTENT = 4;
  private static final int KEY_SENTENCE_WORDS = 30;

  private TopicAnalysis() {}

  static Topics of(Document document) {
    List<Sentence> sentences = document.sentences();
    Vocabulary vocabulary = new Vocabulary(sentences);
    List<List<Integer>> contents = sentences.stream().map(vocabulary::numbers).toList();
    return new Topics(topics(vocabulary, contents), keySentence(sentences, contents));
  }

  private static List<Topic> topics(Vocabulary vocabulary, List<List<Integer>> contents) {
    WeightedGraph graph = neighbourhood(vocabulary.size(), contents);
    double[] rank = graph.rank();
    List<Topic> topics = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (int lead : descending(rank)) {
      if (topics.size() == TOPICS) {
        break;
      }
      if (taken.add(lead)) {
        List<Integer> related = related(lead, graph, vocabulary, taken);
        taken.addAll(related);
        topics.add(new Topic(
            vocabulary.word(lead),
            rank[lead],
            related.stream().map(vocabulary::word).toList()));
      }
    }
    return List.copyOf(topics);
  }

  /**
   * Content words are neighbours if at most three others stand between them; the nearer, the
   * closer.
   */
  private static WeightedGraph neighbourhood(int words, List<List<Integer>> contents) {
    WeightedGraph graph = new WeightedGraph(words);
    for (List<Integer> content : contents) {
      for (int i = 0; i < content.size(); i++) {
        for (int j = i + 1; j < Math.min(i + WINDOW, content.size()); j++) {
          graph.add(content.get(i), content.get(j), 1.0 / (j - i));
        }
      }
    }
    return graph;
  }

  /**
   * The free words closest to the leading word, among those that occur twice at least. Rare words
   * weigh more.
   */
  private static List<Integer> related(
      int lead, WeightedGraph graph, Vocabulary vocabulary, Set<Integer> taken) {
    double[] closeness = IntStream.range(0, vocabulary.size())
        .mapToDouble(word -> graph.weight(lead, word) / Math.sqrt(vocabulary.count(word)))
        .toArray();
    return descending(closeness).stream()
        .filter(word -> closeness[word] > 0 && vocabulary.count(word) > 1 && !taken.contains(word))
        .limit(RELATED)
        .toList();
  }

  private static String keySentence(List<Sentence> sentences, List<List<Integer>> contents) {
    List<Set<Integer>> sets = contents.stream()
        .limit(RANKED_SENTENCES)
        .<Set<Integer>>map(HashSet::new)
        .toList();
    WeightedGraph graph = new WeightedGraph(sets.size());
    for (int i = 0; i < sets.size(); i++) {
      for (int j = i + 1; j < sets.size(); j++) {
        graph.add(i, j, similarity(sets.get(i), sets.get(j)));
      }
    }
    List<Integer> ranking = descending(graph.rank());
    return ranking.stream()
        .filter(i -> sentences.get(i).words().size() <= KEY_SENTENCE_WORDS)
        .findFirst()
        .or(() -> ranking.stream().findFirst())
        .map(i -> sentences.get(i).text())
        .orElse("");
  }

  /**
   * Shared words over the logarithms of both lengths, as in TextRank: long sentences gain nothing
   * by length. Exclamations and the like, of fewer than four content words, resemble nothing.
   */
  private static double similarity(Set<Integer> a, Set<Integer> b) {
    if (a.size() < MIN_CONTENT || b.size() < MIN_CONTENT) {
      return 0;
    }
    int shared = 0;
    for (Integer word : a) {
      shared += b.contains(word) ? 1 : 0;
    }
    return shared / (Math.log(a.size()) + Math.log(b.size()));
  }

  /** The indices from the highest value down, equal ones in their own order. */
  private static List<Integer> descending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -values[i]))
        .toList();
  }
}
