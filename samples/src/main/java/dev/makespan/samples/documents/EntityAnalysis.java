package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Entities.Entity;
import dev.makespan.samples.documents.Entities.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Entities by their looks: names and places are capitalised words inside a sentence
 * ({@link NameFinder}); dates, sums and numbers are patterns. A number inside a date or a sum isn't
 * told again.
 */
final class EntityAnalysis {

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October"
          + "|November|December)";

  private static final String COUNT_WORD =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
          + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)";

  private static final String DIGITS = "\\d+(?:,\\d{3})*+(?:\\.\\d+)?";

  private static final Pattern DATE = Pattern.compile("\\b(?:\\d{1,2}(?:st|nd|rd|th)? " + MONTH
      + "(?:,? \\d{4})?" + "|" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|" + MONTH
      + ",? \\d{4}|1[0-9]{3}|20[0-9]{2})\\b");

  /** Its row of count words has an end: else a text of nothing but these takes quadratic time. */
  private static final Pattern MONEY =
      Pattern.compile("[$£€] ?" + DIGITS + "(?: (?:thousand|million|billion))?"
          + "|\\b(?i:" + DIGITS + "|" + COUNT_WORD + "(?:[ -](?:and )?" + COUNT_WORD + "){0,8}+)"
          + " (?i:dollars?|pounds?|guineas?|shillings?|pence|cents?|euros?)\\b");

  private static final Pattern NUMBER = Pattern.compile("\\b" + DIGITS + "(?:%| per cent)?");

  private EntityAnalysis() {}

  static Entities of(Document document) {
    Map<Kind, Map<String, Integer>> counts = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      counts.put(kind, new TreeMap<>());
    }
    NameFinder names = new NameFinder(document.sentences());
    for (Sentence sentence : document.sentences()) {
      names.find(sentence, (kind, name) -> counts.get(kind).merge(name, 1, Integer::sum));
      String rest = take(DATE, sentence.text(), counts.get(Kind.DATE));
      rest = take(MONEY, rest, counts.get(Kind.MONEY));
      take(NUMBER, rest, counts.get(Kind.NUMBER));
    }
    List<Entity> all = counts.entrySet().stream()
        .flatMap(entry -> mostFrequentFirst(entry.getKey(), entry.getValue()))
        .toList();
    return new Entities(all);
  }

  /** Counts all matches of a pattern, and returns the text without them. */
  private static String take(Pattern pattern, String text, Map<String, Integer> counts) {
    Matcher matcher = pattern.matcher(text);
    return matcher.replaceAll(match -> {
      counts.merge(match.group(), 1, Integer::sum);
      return " ";
    });
  }

  private static Stream<Entity> mostFrequentFirst(Kind kind, Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Entity(kind, entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(entity -> -entity.count()));
  }
}
