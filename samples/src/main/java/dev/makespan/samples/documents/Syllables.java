package dev.makespan.samples.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The syllables of English words, counted by their groups of vowels and the usual endings that are
 * not spoken.
 */
final class Syllables {

  private static final Pattern VOWELS = Pattern.compile("[aeiouyæœ]+");

  /**
   * A last "e" is silent, but not in "table"; so is the "e" of "-ed", but not in "wanted", and that
   * of most "-es".
   */
  private static final Pattern SILENT =
      Pattern.compile("(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![aeiouytd])ed$"
          + "|(?<![aeiouyscxzlgh])es$|(?<=[aeiouy]l)es$");

  private static final Pattern POSSESSIVE = Pattern.compile("['’].*$");

  /** Vowels side by side that are spoken apart: "scientist", "being", "idea", "reality". */
  private static final Pattern SPLIT = Pattern.compile(
      "(?<![cgst])ia(?!g)|[aeouy]ing|(?<![ct])ient|(?<=sc)ient|iety|eality|uou|io(?=[ld])");

  private Syllables() {}

  /** At least one. */
  static int count(String word) {
    int sum = 0;
    for (String part : word.toLowerCase(Locale.ROOT).split("-")) {
      sum += countPart(POSSESSIVE.matcher(part).replaceFirst(""));
    }
    return Math.max(1, sum);
  }

  private static int countPart(String part) {
    String spoken = SILENT.matcher(part).replaceFirst("");
    long groups = VOWELS.matcher(spoken).results().count();
    long split = SPLIT.matcher(spoken).results().count();
    return (int) Math.max(1, groups + split);
  }
}
