package dev.makespan.spi;

/**
 * How many failing elements a map tolerates, and which failures it never does. The plain call and
 * the run ask the same.
 */
public final class Tolerance {
  private final double ratio;

  /**
   * A tolerance.
   *
   * @param ratio the part of the elements that must succeed
   * @throws IllegalArgumentException if it isn't from 0 to 1
   */
  public Tolerance(double ratio) {
    // Not the other way round: NaN is neither less nor greater.
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio " + ratio + " isn't from 0 to 1");
    }
    this.ratio = ratio;
  }

  /** Whether so many failures among so many elements are tolerated. */
  public boolean allows(int failures, int elements) {
    // Divided, not multiplied: 0.07 * 100 is more than 7.
    return elements == 0 || (double) (elements - failures) / elements >= ratio;
  }

  /** Whether a failure is never tolerated: an error, or an interruption or cancellation. */
  public static boolean isFatal(Throwable thrown) {
    return thrown instanceof Error || Failures.isInterruption(thrown);
  }

  /** What a null result fails with. */
  public static RuntimeException nullResult(int index) {
    return new NullPointerException("the result of element " + index + " is null");
  }
}
