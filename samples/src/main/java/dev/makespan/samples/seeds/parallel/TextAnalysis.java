package dev.makespan.samples.seeds.parallel;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The analysis of one text by four services.
 *
 * <p>Each task sleeps as long as the remote call that it stands for would take, then computes
 * something small.
 */
public final class TextAnalysis {

  static final Duration SENTIMENT_TIME = Duration.ofMillis(350);
  static final Duration TOPICS_TIME = Duration.ofMillis(300);
  static final Duration ENTITIES_TIME = Duration.ofMillis(250);
  static final Duration SUMMARY_TIME = Duration.ofMillis(200);

  private static final Set<String> BRIGHT =
      Set.of("good", "faster", "love", "improved", "reliable");
  private static final Set<String> DARK = Set.of("bad", "slow", "hate", "failed", "bottleneck");
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{6,}");
  private static final Pattern NAME = Pattern.compile("(?<=\\p{Ll} )\\p{Lu}\\p{L}+");

  private TextAnalysis() {}

  /** The bright words less the dark ones. */
  @Task
  static int sentiment(String text) throws InterruptedException {
    call(SENTIMENT_TIME);
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\P{L}+"));
    long bright = words.stream().filter(BRIGHT::contains).count();
    long dark = words.stream().filter(DARK::contains).count();
    return (int) (bright - dark);
  }

  /** The three most frequent long words. */
  @Task
  static List<String> topics(String text) throws InterruptedException {
    call(TOPICS_TIME);
    Map<String, Integer> counts = new TreeMap<>();
    LONG_WORD
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> counts.merge(word.group(), 1, Integer::sum));
    return counts.keySet().stream()
        .sorted(Comparator.comparing(word -> -counts.get(word)))
        .limit(3)
        .toList();
  }

  /** The capitalised words inside sentences. */
  @Task
  static List<String> entities(String text) throws InterruptedException {
    call(ENTITIES_TIME);
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  /** The first sentence. */
  @Task
  static String summary(String text) throws InterruptedException {
    call(SUMMARY_TIME);
    return Arrays.stream(text.split("(?<=[.!?])\\s+")).findFirst().orElse("");
  }

  @Task
  static TextReport report(
      int sentiment, List<String> topics, List<String> entities, String summary) {
    return new TextReport(sentiment, topics, entities, summary);
  }

  /** Analyses a text: no analysis needs another's result, the report needs them all. */
  @Workflow
  static TextReport analyze(String text) throws InterruptedException {
    int sentiment = sentiment(text);
    List<String> topics = topics(text);
    List<String> entities = entities(text);
    String summary = summary(text);
    return report(sentiment, topics, entities, summary);
  }

  private static void call(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
