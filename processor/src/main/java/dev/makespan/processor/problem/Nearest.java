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
        .filter(each -> isNear(name, each))
        .min(Comparator.comparingInt(each -> distance(name, each)));
  }

  /** Of names that have no letter in common none is near. */
  private static boolean isNear(String name, String other) {
    int letters = Math.min(name.length(), other.length());
    int distance = distance(name, other);
    return distance <= Math.max(1, letters / 3)
        && distance < Math.max(name.length(), other.length());
  }

  /**
   * How many letters are to be put in, left out, replaced or swapped with their neighbour; case
   * counts for nothing.
   */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        least[i][j] = Math.min(
            least[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped = i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          least[i][j] = Math.min(least[i][j], 1 + least[i - 2][j - 2]);
        }
      }
    }
    return least[from.length()][to.length()];
  }
}
