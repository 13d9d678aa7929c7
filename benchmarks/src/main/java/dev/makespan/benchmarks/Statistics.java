package dev.makespan.benchmarks;

import java.util.Arrays;

/** The median of some measurements, and their quartiles. */
public record Statistics(double low, double median, double high) {
  /**
   * Those of some values.
   *
   * @param values at least one
   */
  public static Statistics of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Statistics(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
