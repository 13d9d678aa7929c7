package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Entities.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The finder of names and places: runs of capitalised words.
 *
 * <p>A sentence begins with a capital anyway, so its first word counts only if the text has it
 * capitalised elsewhere too, or after a title. A word that the text writes in small letters as
 * often is no name. A name is taken for a place when the text puts it after "in", "at", "from" and
 * the like more often than anywhere else.
 */
final class NameFinder {

  private static final String TITLES =
      "Mr|Mrs|Miss|Ms|Dr|Sir|Lady|Lord|Captain|Colonel|Admiral|General|King|Queen";

  /** All capitals are a heading, not a word of a name. */
  private static final String WORD = "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)*+";

  /**
   * Capitalised words in a row, with "of" within, after a title or not; a title begins a run of its
   * own.
   */
  private static final Pattern RUN = Pattern.compile("\\b(?:(?:" + TITLES + "|St)\\.? )?" + WORD
      + "(?:(?: of)? (?!(?:" + TITLES + ")\\b)" + WORD + ")*+");

  private static final Pattern TITLE = Pattern.compile("(?:" + TITLES + ")\\b.*");
  private static final Pattern BEFORE_PLACE =
      Pattern.compile("\\b(?:in|at|from|near|into|towards?|through) $");
  private static final Set<String> NEVER =
      Set.of(("I O Oh Chapter Article Section Amendment January February March April"
              + " May June July August September October November December")
          .split(" "));

  private final Map<String, Integer> capitalised = new HashMap<>();
  private final Map<String, Integer> small = new HashMap<>();
  private final Set<String> places = new HashSet<>();

  /**
   * Learns from all sentences of a text which words are names there, and which names are places.
   */
  NameFinder(List<Sentence> sentences) {
    for (Sentence sentence : sentences) {
      List<String> words = sentence.words();
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (!Character.isUpperCase(word.charAt(0))) {
          small.merge(word, 1, Integer::sum);
        } else if (i > 0) {
          capitalised.merge(word, 1, Integer::sum);
        }
      }
    }
    learnPlaces(sentences);
  }

  /** Tells every name of the sentence, in its order. */
  void find(Sentence sentence, BiConsumer<Kind, String> found) {
    eachName(
        sentence,
        (name, afterPreposition) ->
            found.accept(places.contains(name) ? Kind.PLACE : Kind.NAME, name));
  }

  private void learnPlaces(List<Sentence> sentences) {
    Map<String, Integer> balance = new HashMap<>();
    for (Sentence sentence : sentences) {
      eachName(
          sentence,
          (name, afterPreposition) -> balance.merge(name, afterPreposition ? 1 : -1, Integer::sum));
    }
    balance.forEach((name, surplus) -> {
      if (surplus > 0 && !TITLE.matcher(name).matches()) {
        places.add(name);
      }
    });
  }

  private void eachName(Sentence sentence, BiConsumer<String, Boolean> found) {
    String text = sentence.text();
    int firstWord = text.indexOf(sentence.words().get(0));
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      boolean begins = run.start() <= firstWord;
      String name = run.group();
      int space = name.indexOf(' ');
      if (begins
          && space > 0
          && !isName(name.substring(0, space))
          && !TITLE.matcher(name).matches()) {
        name = name.substring(space + 1).replaceFirst("^of ", "");
      }
      if (name.indexOf(' ') > 0 || isName(name)) {
        found.accept(name, BEFORE_PLACE.matcher(before(text, run.start())).find());
      }
    }
  }

  /** Enough of the text before that index to hold a preposition. */
  private static String before(String text, int index) {
    return text.substring(Math.max(0, index - 10), index);
  }

  private boolean isName(String word) {
    int seen = capitalised.getOrDefault(word, 0);
    return seen > small.getOrDefault(word.toLowerCase(Locale.ROOT), 0) && !NEVER.contains(word);
  }
}
