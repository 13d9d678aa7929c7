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

  /** Longer than any English word: such a run is data, and one alone would spoil every average. */
  private static final int LONGEST_WORD = 50;

  private static final Set<String> ABBREVIATIONS = Set.of(
      "mr", "mrs", "ms", "dr", "st", "sir", "rev", "capt", "col", "gen", "lt", "prof", "messrs",
      "esq", "viz");

  private static final int LONGEST_ABBREVIATION = 6;

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
      if (!endsWithAbbreviation(line, start, stop.end())) {
        add(line.substring(start, stop.end()), sentences);
        start = stop.end();
      }
    }
    add(line.substring(start), sentences);
    return List.copyOf(sentences);
  }

  /** The words of a text. What is longer than any word is left out. */
  static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .filter(word -> word.end() - word.start() <= LONGEST_WORD)
        .map(MatchResult::group)
        .toList();
  }

  private static void add(String text, List<Sentence> sentences) {
    List<String> words = words(text);
    if (!words.isEmpty()) {
      sentences.add(new Sentence(text.strip(), words));
    }
  }

  /**
   * Whether the sentence ends with a title ("Mr.") or an initial ("J."; "I." may well end one). It
   * looks back no further than that takes: a text may have many stops and no end of a sentence.
   */
  private static boolean endsWithAbbreviation(String line, int start, int end) {
    int stop = end - 1;
    if (line.charAt(stop) != '.') {
      return false;
    }
    int first = stop;
    while (first > start
        && stop - first <= LONGEST_ABBREVIATION
        && Character.isLetter(line.charAt(first - 1))) {
      first--;
    }
    String word = line.substring(first, stop);
    boolean initial =
        word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
    return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
