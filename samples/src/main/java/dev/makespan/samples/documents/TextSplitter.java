package dev.makespan.samples.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cuts through a text: paragraphs at blank lines, sentences at full stops, words at everything
 * else.
 */
final class TextSplitter {

  // Repeated groups are possessive (*+) here and in the other patterns: the others recurse, too
  // deep for some texts.

  private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*+");

  /** A stop with its closing quotes, before a space and whatever may begin a sentence. */
  private static final Pattern STOP =
      Pattern.compile("(?<![.!?])[.!?]++[\"'”’)\\]]*(?=\\s+[\"'“‘(\\[]*[\\p{Lu}\\d])");

  private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)\\.$");

  private static final Set<String> ABBREVIATIONS = Set.of(
      "mr", "mrs", "ms", "dr", "st", "sir", "rev", "capt", "col", "gen", "lt", "prof", "messrs",
      "esq", "viz");

  private TextSplitter() {}

  static List<String> paragraphs(String text) {
    return Arrays.stream(BLANK_LINES.split(text))
        .filter(block -> !block.isBlank())
        .toList();
  }

  /** The sentences of a paragraph that have words, each on one line. */
  static List<Sentence> sentences(String paragraph) {
    String line = WHITE_SPACE.matcher(paragraph.strip()).replaceAll(" ");
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    Matcher stop = STOP.matcher(line);
    while (stop.find()) {
      if (!endsWithAbbreviation(line.substring(start, stop.end()))) {
        add(line.substring(start, stop.end()), sentences);
        start = stop.end();
      }
    }
    add(line.substring(start), sentences);
    return List.copyOf(sentences);
  }

  static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(String text, List<Sentence> sentences) {
    List<String> words = words(text);
    if (!words.isEmpty()) {
      sentences.add(new Sentence(text.strip(), words));
    }
  }

  /**
   * Whether the stop belongs to a title ("Mr.") or an initial ("J."; "I." may well end a sentence).
   */
  private static boolean endsWithAbbreviation(String text) {
    Matcher last = LAST_WORD.matcher(text);
    if (!last.find()) {
      return false;
    }
    String word = last.group(1);
    boolean initial =
        word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
    return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
