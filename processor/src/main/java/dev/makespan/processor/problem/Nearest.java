package dev.makespan.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that may have been meant by another one, by the number of letters that differ. */
final class Nearest {
  private Nearest() {}

  /** The nearest of the candidates; empty if none is near. */
  static Optional<String> to(String name, Collection<String> candidates) {
    return candidates.stream()
        .filter(each ->
            distance(name, each) <= Math.max(1, Math.min(name.length(), each.length()) / 3))
        .min(Comparator.comparingInt(each -> distance(name, each)));
  }

  /** How many letters are to be put in, left out or replaced; case counts for nothing. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
