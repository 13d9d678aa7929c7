package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Entities.Entity;
import dev.makespan.samples.documents.Entities.Kind;
import dev.makespan.samples.documents.Outcome.Analysed;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * All documents in one view: means and medians over the analysed ones, 0 if there are none.
 *
 * <p>Sentiment has bounds. Readability has none, and a list without a full stop is one sentence to
 * it: hence the median, which one such document doesn't move far.
 *
 * @param commonTopics topic words of at least two documents, the widest spread first
 * @param sharedEntities names and places of at least two documents, the widest spread first
 * @param mostPositive empty, as {@code mostNegative}, if all documents have the same sentiment
 * @param hardest empty if all documents have the same school grade
 */
record Summary(
    int analysed,
    int skipped,
    int words,
    double meanSentiment,
    double medianEase,
    double medianGrade,
    List<Shared> commonTopics,
    List<Shared> sharedEntities,
    Optional<Path> mostPositive,
    Optional<Path> mostNegative,
    Optional<Path> hardest) {

  private static final int SHOWN = 8;

  /** Something that several documents have, and how many. */
  record Shared(String text, int documents) {}

  static Summary of(List<Outcome> outcomes) {
    List<Analysed> analysed = outcomes.stream()
        .filter(Analysed.class::isInstance)
        .map(Analysed.class::cast)
        .toList();
    ToDoubleFunction<Analysed> sentiment = one -> one.sentiment().overall();
    ToDoubleFunction<Analysed> grade = one -> one.readability().grade();
    return new Summary(
        analysed.size(),
        outcomes.size() - analysed.size(),
        analysed.stream().mapToInt(Analysed::words).sum(),
        mean(analysed, sentiment),
        median(analysed, one -> one.readability().fleschEase()),
        median(analysed, grade),
        shared(analysed, Summary::topicWords),
        shared(analysed, Summary::namesAndPlaces),
        highest(analysed, sentiment),
        highest(analysed, one -> -sentiment.applyAsDouble(one)),
        highest(analysed, grade));
  }

  private static double mean(List<Analysed> analysed, ToDoubleFunction<Analysed> value) {
    return analysed.stream().mapToDouble(value).average().orElse(0);
  }

  private static double median(List<Analysed> analysed, ToDoubleFunction<Analysed> value) {
    double[] sorted = analysed.stream().mapToDouble(value).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Optional<Path> highest(List<Analysed> analysed, ToDoubleFunction<Analysed> value) {
    if (analysed.stream().mapToDouble(value).distinct().count() < 2) {
      return Optional.empty();
    }
    return analysed.stream().max(Comparator.comparingDouble(value)).map(Analysed::file);
  }

  private static Stream<String> topicWords(Analysed one) {
    return one.topics().topics().stream()
        .flatMap(topic -> Stream.concat(Stream.of(topic.word()), topic.related().stream()));
  }

  private static Stream<String> namesAndPlaces(Analysed one) {
    return one.entities().all().stream()
        .filter(entity -> entity.kind() == Kind.NAME || entity.kind() == Kind.PLACE)
        .map(Entity::text);
  }

  private static List<Shared> shared(
      Collection<Analysed> analysed, Function<Analysed, Stream<String>> texts) {
    Map<String, Integer> documents = new TreeMap<>();
    analysed.forEach(
        one -> texts.apply(one).distinct().forEach(text -> documents.merge(text, 1, Integer::sum)));
    return documents.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(entry -> new Shared(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(shared -> -shared.documents()))
        .limit(SHOWN)
        .toList();
  }
}
